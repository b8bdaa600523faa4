#include "start_and_wait.hpp"

Waited start_and_wait(std::span<const std::unique_ptr<heddle::Thread>> threads,
                      heddle::Ticks budget) {
    for (auto& t : threads) {
        t->start();
    }
    heddle::Ticks left = budget;
    for (auto& t : threads) {
        if (left.count() <= 0) break;
        heddle::Ticks before = heddle::now();
        t->join(left);
        left -= heddle::now() - before;
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
