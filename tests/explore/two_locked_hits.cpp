// Two threads count a hit each under a lock: right, and small enough for all of its schedules.
//
// What is in conflict: the locks, in 4 orders (either is first, and the other asks before or after
// the unlock); the threads' ends, with main's joins: 3 orders where the first has ended before it
// is joined (the second does before, between or after the joins), else 4 (or before main wakes). 4
// * (3 + 4) = 28. And 3 more where the first has ended before the second is created: 31.
#include <cassert>
#include <mutex>
#include <thread>

int main() {
    std::mutex mutex;
    int hits = 0;
    const auto hit = [&] {
        std::lock_guard guard(mutex);
        ++hits;
    };
    std::thread first(hit);
    std::thread second(hit);
    first.join();
    second.join();
    assert(hits == 2);
}
