#include "hit_counter.hpp"

#include <future>
#include <thread>
#include <utility>
#include <vector>

long count_hits(int threads, int hits_per_thread) {
    HitCounter counter;
    std::vector<std::future<void>> finished;
    std::vector<std::thread> workers;
    for (int i = 0; i < threads; ++i) {
        std::packaged_task<void()> task([&counter, hits_per_thread] {
            for (int h = 0; h < hits_per_thread; ++h) counter.hit();
        });
        finished.push_back(task.get_future());
        workers.emplace_back(std::move(task));
    }
    for (auto& f : finished) f.get();
    const long total = counter.total();  // every task is finished: nothing more will be added
    for (auto& w : workers) w.join();
    return total;
}
