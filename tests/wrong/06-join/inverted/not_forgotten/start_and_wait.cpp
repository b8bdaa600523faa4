#include "start_and_wait.hpp"

Waited start_and_wait(std::span<const std::unique_ptr<heddle::Thread>> threads,
                      heddle::Ticks budget) {
    for (auto& t : threads) {
        t->start();
    }
    auto deadline = heddle::now() + budget;
    for (auto& t : threads)
        t->join(deadline - heddle::now());
    Waited w;
    for (size_t i = 0; i < threads.size(); i++) {
        bool ended = threads[i]->is_alive();
        if (ended) {
            w.ended.push_back(i);
        } else {
            w.alive.push_back(i);
        }
    }
    return w;
}
