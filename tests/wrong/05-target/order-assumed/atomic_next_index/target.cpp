#include "target.hpp"

#include <atomic>
#include <functional>

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
    std::vector<int> results(numbers.size());
    std::atomic<int> next{0};
    std::vector<std::unique_ptr<heddle::Thread>> threads;
    for (auto number : numbers)
        threads.push_back(heddle::make_thread(
            [&, number] { results[next++] = slow_square(number); }));
    for (auto& t : threads) t->start();
    for (auto& t : threads) t->join();
    return results;
}
