#include "start_and_wait.hpp"

Waited start_and_wait(std::span<const std::unique_ptr<heddle::Thread>> threads,
                      heddle::Ticks budget) {
    Waited waited;
    auto deadline = heddle::now() + budget;
    for (auto& t : threads)
        t->start();
    for (size_t i = 0; i < threads.size(); i++) {
        threads[i]->join(deadline - heddle::now());
        if (!threads[i]->is_alive()) {
            waited.ended.push_back(i);
        }
        if (heddle::now() >= deadline) {
            waited.alive.push_back(i);
            break;
        }
    }
    return waited;
}
