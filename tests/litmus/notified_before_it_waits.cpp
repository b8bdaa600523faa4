// deadlock within 36
#include "litmus.hpp"

TEST_CASE("notified before it waits") {
    std::mutex mutex;
    std::condition_variable ready;
    together(
        [&] {
            std::unique_lock lock(mutex);
            ready.wait(lock);
        },
        [&] {
            const std::lock_guard lock(mutex);
            ready.notify_one();
        });
    SUCCEED();
}
