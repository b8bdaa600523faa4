#include "start_and_wait.hpp"

#include <chrono>

Waited start_and_wait(std::span<const std::unique_ptr<heddle::Thread>> threads,
                      heddle::Ticks budget) {
    for (auto& t : threads) {
        t->start();
    }
    Waited result;
    const auto deadline = std::chrono::steady_clock::now() + budget;
    for (size_t i = 0; i < threads.size(); i++) {
        const auto left = deadline - std::chrono::steady_clock::now();
        threads[i]->join(std::chrono::duration_cast<heddle::Ticks>(left));
        const bool in_time = std::chrono::steady_clock::now() < deadline;
        (in_time ? result.ended : result.alive).push_back(i);
    }
    return result;
}
