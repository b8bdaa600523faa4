#include "start_and_wait.hpp"

#include <future>

Waited start_and_wait(std::span<const std::unique_ptr<heddle::Thread>> threads,
                      heddle::Ticks budget) {
    for (auto& thread : threads)
        thread->start();
    auto until = heddle::now() + budget;
    auto all = std::async(std::launch::async, [&] {
        for (auto& thread : threads) {
            thread->join(until - heddle::now());
        }
    });
    all.get();
    std::vector<size_t> ended, alive;
    for (size_t i = 0; i < threads.size(); ++i) {
        if (threads[i]->is_alive()) {
            alive.emplace_back(i);
        } else {
            ended.emplace_back(i);
        }
    }
    return {ended, alive};
}
