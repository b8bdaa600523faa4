#include "start_and_wait.hpp"

Waited start_and_wait(std::span<const std::unique_ptr<heddle::Thread>> threads,
                      heddle::Ticks budget) {
    Waited result;
    heddle::Ticks left = budget;
    for (size_t i = 0; i < threads.size(); i++) {
        heddle::Ticks t0 = heddle::now();
        threads[i]->start();
        threads[i]->join(left);
        left = left - (heddle::now() - t0);
        if (threads[i]->is_alive())
            result.alive.push_back(i);
        else
            result.ended.push_back(i);
    }
    return result;
}
