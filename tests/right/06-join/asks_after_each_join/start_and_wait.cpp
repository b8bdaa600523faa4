#include "start_and_wait.hpp"

#include <algorithm>
#include <chrono>
#include <iostream>

Waited start_and_wait(std::span<const std::unique_ptr<heddle::Thread>> threads,
                      heddle::Ticks budget) {
    using namespace std::chrono;
    auto start = system_clock::now();
    for (auto& t : threads)
        t->start();

    Waited w;
    for (size_t i = 0; i < threads.size(); i++) {
        auto used = duration_cast<milliseconds>(system_clock::now() - start);
        threads[i]->join(std::max(budget - used, heddle::Ticks(0)));
        if (threads[i]->is_alive()) {
            std::cout << threads[i]->name() << " still alive" << std::endl;
            w.alive.push_back(i);
        } else {
            std::cout << threads[i]->name() << " ended" << std::endl;
            w.ended.push_back(i);
        }
    }
    return w;
}
