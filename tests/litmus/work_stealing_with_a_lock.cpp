// completed
#include "litmus.hpp"

namespace {

struct Deque {
    std::mutex mutex;
    std::deque<int> tasks;
};

enum class End { front, back };

int take(Deque& deque, End end) {
    const std::lock_guard lock(deque.mutex);
    if (deque.tasks.empty()) return 0;
    const int task = end == End::back ? deque.tasks.back() : deque.tasks.front();
    if (end == End::back) {
        deque.tasks.pop_back();
    } else {
        deque.tasks.pop_front();
    }
    return task;
}

}  // namespace

TEST_CASE("work stealing with a lock") {
    std::array<Deque, 2> deques = {};
    deques[0].tasks = {1, 2, 3};
    deques[1].tasks = {4};
    std::atomic<int> sum = 0;
    in_threads(2, [&](int i) {
        auto& mine = deques[static_cast<std::size_t>(i)];
        auto& other = deques[static_cast<std::size_t>(1 - i)];
        while (true) {
            int task = take(mine, End::back);
            if (task == 0) task = take(other, End::front);
            if (task == 0) return;
            sum += task;
        }
    });
    REQUIRE(sum == 10);
}
