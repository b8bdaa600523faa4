// completed
#include "litmus.hpp"

namespace {

std::unique_lock<std::mutex> locked(std::mutex& mutex) {
    std::unique_lock lock(mutex, std::defer_lock);
    if (!lock.try_lock()) lock.lock();
    return lock;
}

}  // namespace

TEST_CASE("locks that move") {
    std::mutex mutex;
    int counter = 0;
    in_threads(3, [&](int i) {
        auto lock = locked(mutex);
        ++counter;
        lock.unlock();
        lock.lock();
        if (i == 0) lock.release()->unlock();
        auto other = std::move(lock);
        if (other) ++counter;
    });
    REQUIRE(counter == 5);
}
