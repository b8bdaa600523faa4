// completed
#include "litmus.hpp"

using namespace std::chrono_literals;

// Nobody notifies before an hour has passed: whoever waits for a second gives up.
TEST_CASE("condition that times out") {
    std::mutex mutex;
    std::condition_variable changed;
    bool is_set = false;
    bool in_time = true;
    bool at_last = false;
    together(
        [&] {
            std::unique_lock lock(mutex);
            const auto start = std::chrono::steady_clock::now();
            in_time = changed.wait_for(lock, 1s, [&] { return is_set; }) ||
                      std::chrono::steady_clock::now() - start < 1s;
            changed.wait(lock, [&] { return is_set; });
            at_last = is_set;
        },
        [&] {
            std::this_thread::sleep_for(1h);
            const std::lock_guard lock(mutex);
            is_set = true;
            changed.notify_one();
        });
    REQUIRE(at_last);
}
