// completed
#include "litmus.hpp"

namespace {

int slowly() {
    std::this_thread::sleep_for(std::chrono::milliseconds(1));
    return 7;
}

int shared_value() {
    static const int value = slowly();
    return value;
}

}  // namespace

// Whoever holds seven locks when the initialisation begins is still the one that others wait for.
TEST_CASE("seven locks") {
    std::atomic<int> sum = 0;
    const auto work = [&] {
        std::mutex mutexes[7];
        for (auto& mutex : mutexes)
            mutex.lock();
        sum += shared_value();
        for (auto& mutex : mutexes)
            mutex.unlock();
    };
    std::thread first(work);
    std::thread second(work);
    work();
    first.join();
    second.join();
    REQUIRE(sum == 21);
}
