// completed
#include "litmus.hpp"

namespace {

struct Tree {
    std::recursive_timed_mutex mutex;
    int leaves = 0;

    void grow(int depth) {
        const std::lock_guard lock(mutex);
        if (depth == 0) {
            ++leaves;
            return;
        }
        grow(depth - 1);
        grow(depth - 1);
    }
};

}  // namespace

TEST_CASE("recursive mutexes") {
    Tree tree;
    std::recursive_mutex mutex;
    bool can_lock_twice = false;
    const auto grow = [&] { tree.grow(2); };
    together(grow, grow, [&] {
        const std::lock_guard lock(mutex);
        can_lock_twice = mutex.try_lock();
        if (can_lock_twice) mutex.unlock();
    });
    REQUIRE(tree.leaves == 8);
    REQUIRE(can_lock_twice);
}
