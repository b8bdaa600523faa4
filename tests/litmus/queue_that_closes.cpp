// completed
#include "litmus.hpp"

// Whoever waits when it closes goes home.
TEST_CASE("queue that closes") {
    std::mutex mutex;
    std::condition_variable changed;
    std::deque<int> queue;
    bool is_closed = false;
    std::atomic<int> sum = 0;
    const auto consume = [&] {
        while (true) {
            std::unique_lock lock(mutex);
            changed.wait(lock, [&] { return is_closed || !queue.empty(); });
            if (queue.empty()) return;
            sum += queue.front();
            queue.pop_front();
        }
    };
    together(consume, consume, [&] {
        for (int i = 1; i <= 3; ++i) {
            const std::lock_guard lock(mutex);
            queue.push_back(i);
            changed.notify_one();
        }
        const std::lock_guard lock(mutex);
        is_closed = true;
        changed.notify_all();
    });
    REQUIRE(sum == 6);
}
