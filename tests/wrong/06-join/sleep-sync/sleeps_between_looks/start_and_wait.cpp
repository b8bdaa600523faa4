#include "start_and_wait.hpp"

Waited start_and_wait(std::span<const std::unique_ptr<heddle::Thread>> threads,
                      heddle::Ticks budget) {
    for (auto& t : threads) {
        t->start();
    }
    heddle::Ticks waited(0);
    while (waited < budget) {
        int alive = 0;
        for (auto& t : threads)
            alive += t->is_alive();
        if (alive == 0) break;
        heddle::sleep(heddle::Ticks(500));
        waited += heddle::Ticks(500);
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
