#include "start_and_wait.hpp"

#include <algorithm>

static long count_alive(std::span<const std::unique_ptr<heddle::Thread>> threads) {
    return std::count_if(threads.begin(), threads.end(),
                         [](const auto& thread) { return thread->is_alive(); });
}

Waited start_and_wait(std::span<const std::unique_ptr<heddle::Thread>> threads,
                      heddle::Ticks budget) {
    for (const auto& thread : threads)
        thread->start();

    const heddle::Ticks end = heddle::now() + budget;
    while (heddle::now() < end && count_alive(threads) > 0)
        heddle::sleep(heddle::Ticks(5));

    Waited waited;
    for (std::size_t i = 0; i < threads.size(); ++i)
        (threads[i]->is_alive() ? waited.alive : waited.ended).push_back(i);
    return waited;
}
