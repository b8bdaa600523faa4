// Two threads count a hit each under a lock: right, and small enough for all of its schedules.
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
