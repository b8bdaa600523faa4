// Two threads add one to an atomic in two steps. What main returns tells which schedule it was.
#include <atomic>
#include <thread>

int main() {
    std::atomic<int> hits = 0;
    std::atomic<int> seen = 0;  // what the second thread saw, in tens
    std::thread first([&] { hits.store(hits.load() + 1); });
    std::thread second([&] {
        const int before = hits.load();
        seen.store(10 * before);
        hits.store(before + 1);
    });
    first.join();
    second.join();
    return hits.load() + seen.load();
}
