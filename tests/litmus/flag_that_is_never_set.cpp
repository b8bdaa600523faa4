// livelock within 1
#include "litmus.hpp"

TEST_CASE("flag that is never set") {
    std::atomic<bool> is_ready = false;
    std::atomic<bool> is_done = false;
    together(
        [&] {
            while (!is_ready) {
            }
            is_done = true;
        },
        [&] {
            while (!is_done)
                std::this_thread::yield();
            is_ready = true;
        });
    SUCCEED();
}
