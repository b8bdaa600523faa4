// deadlock within 42
#include "litmus.hpp"

// Producers and consumers wait for one condition: notify_one may wake the wrong kind.
TEST_CASE("one notified of two kinds") {
    std::mutex mutex;
    std::condition_variable changed;
    bool is_full = false;
    const auto turn = [&](bool wanted) {
        return [&, wanted] {
            for (int i = 0; i < 2; ++i) {
                std::unique_lock lock(mutex);
                changed.wait(lock, [&] { return is_full == wanted; });
                is_full = !is_full;
                changed.notify_one();
            }
        };
    };
    together(turn(false), turn(true), turn(false), turn(true));
    SUCCEED();
}
