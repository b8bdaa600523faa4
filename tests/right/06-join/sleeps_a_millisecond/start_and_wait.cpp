#include "start_and_wait.hpp"

#include <chrono>
#include <thread>

using namespace std::chrono_literals;

Waited start_and_wait(std::span<const std::unique_ptr<heddle::Thread>> threads,
                      heddle::Ticks budget) {
    for (auto& t : threads)
        t->start();
    auto deadline = std::chrono::steady_clock::now() + budget;
    std::vector<bool> done(threads.size(), false);
    size_t left = threads.size();
    while (left > 0 && std::chrono::steady_clock::now() < deadline) {
        for (size_t i = 0; i < threads.size(); i++) {
            if (!done[i] && !threads[i]->is_alive()) {
                done[i] = true;
                left--;
            }
        }
        if (left > 0) std::this_thread::sleep_for(1ms);
    }
    Waited w;
    for (size_t i = 0; i < threads.size(); i++) {
        if (done[i] || !threads[i]->is_alive())
            w.ended.push_back(i);
        else
            w.alive.push_back(i);
    }
    return w;
}
