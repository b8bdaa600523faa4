#include "start_and_wait.hpp"

#include <algorithm>
#include <chrono>

Waited start_and_wait(std::span<const std::unique_ptr<heddle::Thread>> threads,
                      heddle::Ticks budget) {
    const auto deadline = std::chrono::steady_clock::now() + budget;
    std::ranges::for_each(threads, [](auto& thread) { thread->start(); });

    Waited waited;
    for (std::size_t i = 0; i < threads.size(); ++i) {
        const auto left = deadline - std::chrono::steady_clock::now();
        threads[i]->join(std::chrono::duration_cast<heddle::Ticks>(left));
    }
    for (std::size_t i = 0; i < threads.size(); ++i) {
        if (threads[i]->is_alive())
            waited.alive.push_back(i);
        else
            waited.ended.push_back(i);
    }
    return waited;
}
