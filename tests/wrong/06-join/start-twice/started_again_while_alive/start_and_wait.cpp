#include "start_and_wait.hpp"

Waited start_and_wait(std::span<const std::unique_ptr<heddle::Thread>> threads,
                      heddle::Ticks budget) {
    heddle::Ticks deadline = heddle::now() + budget;
    for (auto& t : threads)
        t->start();
    for (auto& t : threads) {
        if (!t->is_alive()) t->start();
        t->join(deadline - heddle::now());
        if (t->is_alive()) t->start();  // go on
    }
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
