#include "start_and_wait.hpp"

#include <iostream>

Waited start_and_wait(std::span<const std::unique_ptr<heddle::Thread>> threads,
                      heddle::Ticks budget) {
    heddle::Ticks start = heddle::now();
    for (auto& t : threads)
        t->start();
    for (auto& t : threads)
        t->join();
    if (heddle::now() - start > budget) {
        std::cout << "too slow!" << std::endl;
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
