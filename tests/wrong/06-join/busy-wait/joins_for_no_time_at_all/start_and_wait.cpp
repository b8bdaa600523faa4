#include "start_and_wait.hpp"

#include <chrono>

Waited start_and_wait(std::span<const std::unique_ptr<heddle::Thread>> threads,
                      heddle::Ticks budget) {
    for (auto& t : threads) {
        t->start();
    }
    auto deadline = std::chrono::steady_clock::now() + budget;
    size_t left = threads.size();
    while (left > 0 && std::chrono::steady_clock::now() < deadline) {
        left = threads.size();
        for (auto& t : threads) {
            t->join(heddle::Ticks(0));
            if (!t->is_alive()) left--;
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
