#include "start_and_wait.hpp"

Waited start_and_wait(std::span<const std::unique_ptr<heddle::Thread>> threads,
                      heddle::Ticks budget) {
    for (const auto& thread : threads)
        thread->start();
    const auto deadline = heddle::now() + budget;
    for (std::size_t left = threads.size(); left > 0; --left) {
        const auto remaining = deadline - heddle::now();
        if (remaining > heddle::Ticks::zero()) threads[left - 1]->join(remaining);
    }

    Waited waited;
    for (std::size_t left = threads.size(); left > 0; --left) {
        auto& list = threads[left - 1]->is_alive() ? waited.alive : waited.ended;
        list.push_back(left - 1);
    }
    return waited;
}
