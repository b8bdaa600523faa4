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
        if (threads[i]->is_alive()) {
            w.alive.push_back(i);
            const_cast<std::unique_ptr<heddle::Thread>&>(threads[i]).reset();  // stop it
        } else {
            w.ended.push_back(i);
        }
    }
    return w;
}
