#include "start_and_wait.hpp"

#include <future>

Waited start_and_wait(std::span<const std::unique_ptr<heddle::Thread>> threads,
                      heddle::Ticks budget) {
    const auto deadline = std::chrono::steady_clock::now() + budget;
    std::vector<std::future<bool>> has_ended;
    for (const auto& thread : threads) {
        thread->start();
        has_ended.push_back(std::async(std::launch::async, [&thread, deadline] {
            const auto left = deadline - std::chrono::steady_clock::now();
            thread->join(std::chrono::floor<heddle::Ticks>(left));
            return !thread->is_alive();
        }));
    }

    Waited waited;
    for (std::size_t i = 0; i < has_ended.size(); ++i) {
        if (has_ended[i].get()) {
            waited.ended.push_back(i);
        } else {
            waited.alive.push_back(i);
        }
    }
    return waited;
}
