// failed assertion within 2
#include "litmus.hpp"

// Between the notification and the waiter's return another consumer takes what there was.
TEST_CASE("if instead of while") {
    std::mutex mutex;
    std::condition_variable arrived;
    int things = 0;
    int least = 0;
    const auto take = [&] {
        std::unique_lock lock(mutex);
        if (things == 0) arrived.wait(lock);
        --things;
        least = std::min(least, things);
    };
    const auto put = [&] {
        const std::lock_guard lock(mutex);
        ++things;
        arrived.notify_all();
    };
    together(take, take, put, put);
    REQUIRE(least == 0);
}
