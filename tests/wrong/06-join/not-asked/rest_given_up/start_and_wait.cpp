#include "start_and_wait.hpp"

Waited start_and_wait(std::span<const std::unique_ptr<heddle::Thread>> threads,
                      heddle::Ticks budget) {
    for (auto& t : threads) {
        t->start();
    }
    Waited result;
    auto deadline = heddle::now() + budget;
    for (size_t i = 0; i < threads.size(); i++) {
        auto left = deadline - heddle::now();
        if (left <= heddle::Ticks(0)) {
            result.alive.push_back(i);  // no time left for this one
            continue;
        }
        threads[i]->join(left);
        if (threads[i]->is_alive())
            result.alive.push_back(i);
        else
            result.ended.push_back(i);
    }
    return result;
}
