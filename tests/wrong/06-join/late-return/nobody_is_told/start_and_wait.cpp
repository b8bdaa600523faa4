#include "start_and_wait.hpp"

#include <condition_variable>
#include <mutex>
#include <thread>

Waited start_and_wait(std::span<const std::unique_ptr<heddle::Thread>> threads,
                      heddle::Ticks budget) {
    std::mutex m;
    std::condition_variable all_ended;
    size_t ended = 0;
    std::vector<std::jthread> watchers;
    for (auto& t : threads) {
        t->start();
        watchers.emplace_back([&] {
            t->join(budget);
            std::lock_guard<std::mutex> lock(m);
            ended++;
        });
    }
    {
        std::unique_lock<std::mutex> lock(m);
        all_ended.wait_for(lock, budget, [&] { return ended == threads.size(); });
    }
    watchers.clear();
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
