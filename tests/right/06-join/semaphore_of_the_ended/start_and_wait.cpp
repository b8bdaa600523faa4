#include "start_and_wait.hpp"

#include <semaphore>
#include <thread>

Waited start_and_wait(std::span<const std::unique_ptr<heddle::Thread>> threads,
                      heddle::Ticks budget) {
    const auto deadline = std::chrono::steady_clock::now() + budget;
    std::counting_semaphore<> ended(0);
    std::vector<std::thread> watchers;
    for (auto& t : threads) {
        t->start();
        watchers.emplace_back([&] {
            t->join(budget);
            if (!t->is_alive()) ended.release();
        });
    }
    for (std::size_t i = 0; i < threads.size(); ++i)
        if (!ended.try_acquire_until(deadline)) break;
    for (auto& w : watchers)
        w.join();

    Waited result;
    for (std::size_t i = 0; i < threads.size(); ++i)
        (threads[i]->is_alive() ? result.alive : result.ended).push_back(i);
    return result;
}
