#include "target.hpp"

#include <functional>
#include <map>

void countdown(int count, heddle::Sink& sink) {
    while (count > 0) {
        sink.put(count);
        --count;
        heddle::sleep(heddle::Ticks(5000));
    }
}

std::unique_ptr<heddle::Thread> launch(int count, heddle::Sink& sink) {
    auto thread = heddle::make_thread(countdown, count, std::ref(sink));
    thread->start();
    return thread;
}

std::vector<int> squares(std::span<const int> numbers) {
    std::map<int, int> results;
    for (int x : numbers) results[x] = 0;
    std::vector<std::unique_ptr<heddle::Thread>> threads;
    for (auto& entry : results) {
        threads.push_back(
            heddle::make_thread([&entry] { entry.second = slow_square(entry.first); }));
        threads.back()->start();
    }
    for (auto& thread : threads) thread->join();
    std::vector<int> in_order;
    for (int x : numbers) in_order.push_back(results[x]);
    return in_order;
}
