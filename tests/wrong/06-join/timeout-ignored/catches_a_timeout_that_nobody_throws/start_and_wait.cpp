#include "start_and_wait.hpp"

#include <chrono>
#include <iostream>

Waited start_and_wait(std::span<const std::unique_ptr<heddle::Thread>> threads,
                      heddle::Ticks budget) {
    for (auto& t : threads) {
        t->start();
    }
    Waited result;
    auto deadline = std::chrono::steady_clock::now() + budget;
    for (size_t i = 0; i < threads.size(); i++) {
        try {
            auto left = deadline - std::chrono::steady_clock::now();
            threads[i]->join(std::chrono::duration_cast<heddle::Ticks>(left));
            result.ended.push_back(i);
        } catch (const std::exception& e) {
            std::cerr << "timeout: " << e.what() << std::endl;
            result.alive.push_back(i);
        }
    }
    return result;
}
