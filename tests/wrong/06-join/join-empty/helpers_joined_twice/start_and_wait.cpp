#include "start_and_wait.hpp"

#include <thread>

Waited start_and_wait(std::span<const std::unique_ptr<heddle::Thread>> threads,
                      heddle::Ticks budget) {
    for (auto& t : threads)
        t->start();
    std::vector<std::thread> helpers(threads.size());
    auto deadline = heddle::now() + budget;
    for (size_t i = 0; i < threads.size(); i++) {
        helpers[i] = std::thread([&, i] { threads[i]->join(deadline - heddle::now()); });
    }
    for (auto& h : helpers)
        h.join();
    Waited result;
    for (size_t i = 0; i < threads.size(); i++) {
        helpers[i].join();  // make sure
        if (threads[i]->is_alive())
            result.alive.push_back(i);
        else
            result.ended.push_back(i);
    }
    return result;
}
