#include "start_and_wait.hpp"

#include <thread>

Waited start_and_wait(std::span<const std::unique_ptr<heddle::Thread>> threads,
                      heddle::Ticks budget) {
    Waited result;
    std::vector<std::thread> helpers;
    for (auto& t : threads)
        t->start();
    for (size_t i = 0; i < threads.size(); i++) {
        helpers.emplace_back([&, i] {
            threads[i]->join(budget);
            if (threads[i]->is_alive())
                result.alive.push_back(i);
            else
                result.ended.push_back(i);
        });
    }
    for (auto& h : helpers)
        h.join();
    return result;
}
