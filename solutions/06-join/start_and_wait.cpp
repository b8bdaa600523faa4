#include "start_and_wait.hpp"

Waited start_and_wait(std::span<const std::unique_ptr<heddle::Thread>> threads,
                      heddle::Ticks budget) {
    const heddle::Ticks deadline = heddle::now() + budget;
    for (const auto& thread : threads)
        thread->start();
    for (const auto& thread : threads)
        thread->join(deadline - heddle::now());  // nothing left, or less: it doesn't wait

    Waited waited;
    for (std::size_t i = 0; i < threads.size(); ++i) {
        (threads[i]->is_alive() ? waited.alive : waited.ended).push_back(i);
    }
    return waited;
}
