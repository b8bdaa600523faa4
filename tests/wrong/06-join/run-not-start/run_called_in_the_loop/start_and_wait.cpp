#include "start_and_wait.hpp"

Waited start_and_wait(std::span<const std::unique_ptr<heddle::Thread>> threads,
                      heddle::Ticks budget) {
    heddle::Ticks deadline = heddle::now() + budget;
    Waited result;
    for (size_t i = 0; i < threads.size(); i++) {
        threads[i]->run();
        if (heddle::now() > deadline)
            result.alive.push_back(i);
        else
            result.ended.push_back(i);
    }
    return result;
}
