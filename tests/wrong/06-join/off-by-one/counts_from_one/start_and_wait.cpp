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
    size_t number = 0;
    for (auto& t : threads) {
        number++;
        if (t->is_alive())
            w.alive.push_back(number);
        else
            w.ended.push_back(number);
    }
    return w;
}
