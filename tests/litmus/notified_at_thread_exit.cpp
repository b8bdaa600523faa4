// completed
#include "litmus.hpp"

TEST_CASE("notified at thread exit") {
    std::mutex mutex;
    std::condition_variable changed;
    bool is_done = false;
    std::promise<int> promise;
    auto future = promise.get_future();
    std::thread worker([&] {
        promise.set_value_at_thread_exit(3);
        std::unique_lock lock(mutex);
        is_done = true;
        std::notify_all_at_thread_exit(changed, std::move(lock));
    });
    {
        std::unique_lock lock(mutex);
        changed.wait(lock, [&] { return is_done; });
    }
    const int got = future.get();
    worker.join();
    REQUIRE(got == 3);
}
