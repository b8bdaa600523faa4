#include "start_and_wait.hpp"

Waited start_and_wait(std::span<const std::unique_ptr<heddle::Thread>> threads,
                      heddle::Ticks budget) {
    for (auto& t : threads) {
        t->start();
    }
    auto deadline = heddle::now() + budget;
    while (heddle::now() < deadline) {
        bool any = false;
        for (auto& t : threads) {
            if (t->is_alive()) {
                any = true;
                t->join(deadline - heddle::now());
            }
        }
        if (!any) break;
    }
    Waited result;
    for (size_t i = 0; i < threads.size(); i++) {
        if (threads[i]->is_alive()) {
            result.alive.push_back(i);
        } else {
            result.ended.push_back(i);
        }
    }
    for (auto& t : threads)
        t->join();  // clean up
    return result;
}
