// completed
#include <system_error>

#include "litmus.hpp"

TEST_CASE("thread that joins itself") {
    std::error_code error;
    std::mutex mutex;
    mutex.lock();
    std::thread itself;
    itself = std::thread([&] {
        const std::lock_guard lock(mutex);
        try {
            itself.join();
        } catch (const std::system_error& e) {
            error = e.code();
        }
    });
    mutex.unlock();
    itself.join();
    REQUIRE(error == std::errc::resource_deadlock_would_occur);
}
