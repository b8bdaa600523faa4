#include "hit_counter.hpp"

#include <future>
#include <vector>

long count_hits(int threads, int hits_per_thread) {
    std::vector<std::future<long>> parts;
    for (int i = 0; i < threads; ++i) {
        parts.push_back(std::async(std::launch::async, [hits_per_thread] {
            HitCounter own;  // one counter a task, the sum is made at the end
            for (int h = 0; h < hits_per_thread; ++h) own.hit();
            return own.total();
        }));
    }
    long sum = 0;
    for (auto& part : parts) sum += part.get();
    return sum;
}
