// completed
// tsan: data race
#include "litmus.hpp"

// A condition variable orders nothing by itself: the mutex does.
TEST_CASE("notified without any lock") {
    std::mutex mutex;
    std::condition_variable condition;
    bool is_done = false;
    std::jthread worker([&] {
        is_done = true;
        condition.notify_one();
    });
    std::unique_lock lock(mutex);
    while (!condition.wait_for(lock, std::chrono::seconds(1), [&] { return is_done; })) {
    }
    REQUIRE(is_done);
}
