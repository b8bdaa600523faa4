#include "start_and_wait.hpp"

#include <atomic>
#include <thread>

Waited start_and_wait(std::span<const std::unique_ptr<heddle::Thread>> threads,
                      heddle::Ticks budget) {
    std::atomic<int> ended{0};
    std::vector<std::jthread> watchers;
    for (auto& t : threads) {
        t->start();
        watchers.emplace_back([&t, &ended, budget] {
            t->join(budget);
            ended++;
        });
    }
    int n = threads.size();
    auto deadline = heddle::now() + budget;
    while (ended < n && heddle::now() < deadline) {
    }
    watchers.clear();
    Waited result;
    for (size_t i = 0; i < threads.size(); i++) {
        if (threads[i]->is_alive()) {
            result.alive.push_back(i);
        } else {
            result.ended.push_back(i);
        }
    }
    return result;
}
