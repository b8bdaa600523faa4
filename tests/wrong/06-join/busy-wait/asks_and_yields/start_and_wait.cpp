#include "start_and_wait.hpp"

#include <chrono>
#include <thread>

Waited start_and_wait(std::span<const std::unique_ptr<heddle::Thread>> threads,
                      heddle::Ticks budget) {
    for (auto& t : threads) {
        t->start();
    }
    const auto deadline = std::chrono::steady_clock::now() + budget;
    for (auto& t : threads) {
        while (t->is_alive() && std::chrono::steady_clock::now() < deadline) {
            std::this_thread::yield();
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
