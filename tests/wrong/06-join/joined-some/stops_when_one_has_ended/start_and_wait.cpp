#include "start_and_wait.hpp"

Waited start_and_wait(std::span<const std::unique_ptr<heddle::Thread>> threads,
                      heddle::Ticks budget) {
    for (auto& t : threads) {
        t->start();
    }
    auto deadline = heddle::now() + budget;
    bool waiting = !threads.empty();
    while (waiting && heddle::now() < deadline) {
        for (auto& t : threads) {
            t->join(heddle::Ticks(10));
            if (!t->is_alive()) waiting = false;
        }
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
