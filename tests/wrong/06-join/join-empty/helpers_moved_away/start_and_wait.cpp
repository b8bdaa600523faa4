#include "start_and_wait.hpp"

#include <thread>

Waited start_and_wait(std::span<const std::unique_ptr<heddle::Thread>> threads,
                      heddle::Ticks budget) {
    std::vector<std::thread> helpers;
    for (auto& t : threads) {
        t->start();
        std::thread helper([&t, budget] { t->join(budget); });
        helpers.push_back(std::move(helper));
        helper.join();
    }
    for (auto& h : helpers) {
        h.join();
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
