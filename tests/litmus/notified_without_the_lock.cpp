// deadlock within 100
#include "litmus.hpp"

// The flag is set between the waiter's look at it and its wait.
TEST_CASE("notified without the lock") {
    std::mutex mutex;
    std::condition_variable ready;
    std::atomic<bool> is_set = false;
    together(
        [&] {
            std::unique_lock lock(mutex);
            while (!is_set)
                ready.wait(lock);
        },
        [&] {
            is_set = true;
            ready.notify_one();
        });
    SUCCEED();
}
