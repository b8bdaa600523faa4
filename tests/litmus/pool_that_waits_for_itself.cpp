// deadlock within 1
#include "litmus.hpp"

// The only worker waits for a task that lies behind it in the queue.
TEST_CASE("pool that waits for itself") {
    std::deque<std::packaged_task<int()>> tasks;
    std::packaged_task<int()> inner([] { return 1; });
    auto result = inner.get_future();
    tasks.emplace_back([&] { return result.get(); });
    tasks.push_back(std::move(inner));
    std::jthread worker([&] {
        for (auto& task : tasks)
            task();
    });
    SUCCEED();
}
