// failed assertion within 64
#include "litmus.hpp"

TEST_CASE("wait that ignores its deadline") {
    std::mutex mutex;
    std::condition_variable changed;
    int value = 0;
    int seen = 0;
    together(
        [&] {
            std::unique_lock lock(mutex);
            changed.wait_for(lock, std::chrono::seconds(1), [&] { return value != 0; });
            seen = value;
        },
        [&] {
            const std::lock_guard lock(mutex);
            value = 1;
            changed.notify_one();
        });
    REQUIRE(seen == 1);
}
