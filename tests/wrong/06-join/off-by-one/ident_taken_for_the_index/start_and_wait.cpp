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
    for (auto& t : threads) {
        size_t index = t->ident() - 1;  // MainThread is 1
        if (t->is_alive())
            w.alive.push_back(index);
        else
            w.ended.push_back(index);
    }
    return w;
}
