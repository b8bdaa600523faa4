#include "hit_counter.hpp"

#include <future>

// One half goes to a new thread, the other half is mine, until only one share is left.
static void hit_shares(HitCounter& counter, int shares, int hits) {
    if (shares == 1) {
        for (int i = 0; i < hits; ++i) counter.hit();
        return;
    }
    const int half = shares / 2;
    auto other = std::async(std::launch::async, [&] { hit_shares(counter, half, hits); });
    hit_shares(counter, shares - half, hits);
    other.get();
}

long count_hits(int threads, int hits_per_thread) {
    HitCounter counter;
    if (threads > 0) hit_shares(counter, threads, hits_per_thread);
    return counter.total();
}
