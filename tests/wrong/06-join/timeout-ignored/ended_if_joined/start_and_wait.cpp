#include "start_and_wait.hpp"

Waited start_and_wait(std::span<const std::unique_ptr<heddle::Thread>> threads,
                      heddle::Ticks budget) {
    for (auto& t : threads) {
        t->start();
    }
    Waited result;
    auto deadline = heddle::now() + budget;
    for (size_t i = 0; i < threads.size(); i++) {
        if (heddle::now() < deadline) {
            threads[i]->join(deadline - heddle::now());
            result.ended.push_back(i);
        } else {
            result.alive.push_back(i);
        }
    }
    return result;
}
