#include "start_and_wait.hpp"

#include <chrono>
#include <thread>

Waited start_and_wait(std::span<const std::unique_ptr<heddle::Thread>> threads,
                      heddle::Ticks budget) {
    for (auto& t : threads) {
        t->start();
    }
    using namespace std::chrono;
    auto end = steady_clock::now() + budget;
    bool all_ended = false;
    while (!all_ended && steady_clock::now() < end) {
        std::this_thread::sleep_for(seconds(1));
        all_ended = true;
        for (auto& t : threads)
            if (t->is_alive()) all_ended = false;
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
