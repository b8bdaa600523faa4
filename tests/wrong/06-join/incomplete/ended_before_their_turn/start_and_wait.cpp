#include "start_and_wait.hpp"

Waited start_and_wait(std::span<const std::unique_ptr<heddle::Thread>> threads,
                      heddle::Ticks budget) {
    for (auto& t : threads) {
        t->start();
    }
    Waited w;
    auto deadline = heddle::now() + budget;
    for (size_t i = 0; i < threads.size(); i++) {
        if (!threads[i]->is_alive()) continue;  // nothing to wait for
        threads[i]->join(deadline - heddle::now());
        if (threads[i]->is_alive())
            w.alive.push_back(i);
        else
            w.ended.push_back(i);
    }
    return w;
}
