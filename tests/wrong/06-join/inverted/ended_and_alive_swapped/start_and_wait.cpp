#include "start_and_wait.hpp"

Waited start_and_wait(std::span<const std::unique_ptr<heddle::Thread>> threads,
                      heddle::Ticks budget) {
    for (auto& t : threads) {
        t->start();
    }
    auto deadline = heddle::now() + budget;
    for (auto& t : threads)
        t->join(deadline - heddle::now());
    std::vector<size_t> first, second;
    for (size_t i = 0; i < threads.size(); i++) {
        if (threads[i]->is_alive())
            first.push_back(i);
        else
            second.push_back(i);
    }
    return {first, second};
}
