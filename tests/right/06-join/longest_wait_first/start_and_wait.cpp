#include "start_and_wait.hpp"

#include <algorithm>
#include <numeric>

using heddle::Ticks;

// Joins whoever is still alive, until nobody is or the time is up.
Waited start_and_wait(std::span<const std::unique_ptr<heddle::Thread>> threads,
                      heddle::Ticks budget) {
    std::vector<std::size_t> waiting(threads.size());
    std::iota(waiting.begin(), waiting.end(), std::size_t{0});
    for (const std::size_t i : waiting)
        threads[i]->start();

    const Ticks deadline = heddle::now() + budget;
    Waited waited;
    for (;;) {
        const auto first_ended = std::stable_partition(
            waiting.begin(), waiting.end(), [&](std::size_t i) { return threads[i]->is_alive(); });
        waited.ended.insert(waited.ended.end(), first_ended, waiting.end());
        waiting.erase(first_ended, waiting.end());
        const Ticks left = deadline - heddle::now();
        if (waiting.empty() || left <= Ticks(0)) break;
        threads[waiting.front()]->join(left);
    }
    waited.alive = waiting;
    return waited;
}
