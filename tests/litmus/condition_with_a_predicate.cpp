// completed
#include "litmus.hpp"

TEST_CASE("condition with a predicate") {
    std::mutex mutex;
    std::condition_variable changed;
    int turn = 0;
    in_threads(4, [&](int mine) {
        std::unique_lock lock(mutex);
        changed.wait(lock, [&] { return turn == mine; });
        ++turn;
        changed.notify_all();
    });
    REQUIRE(turn == 4);
}
