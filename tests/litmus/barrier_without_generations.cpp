// deadlock within 2
#include "litmus.hpp"

// Who is quick comes to the second meeting before all have left the first.
TEST_CASE("barrier without generations") {
    std::mutex mutex;
    std::condition_variable changed;
    int arrived = 0;
    in_threads(2, [&](int) {
        for (int round = 0; round < 2; ++round) {
            std::unique_lock lock(mutex);
            if (++arrived == 2) {
                changed.notify_all();
            } else {
                changed.wait(lock, [&] { return arrived == 2; });
                arrived = 0;
            }
        }
    });
    SUCCEED();
}
