#include "target.hpp"

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
    heddle::sleep(heddle::Ticks(200));  // until it has begun
    return thread;
}

std::vector<int> squares(std::span<const int> numbers) {
    std::vector<int> results(numbers.size());
    std::vector<std::unique_ptr<heddle::Thread>> threads;
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        threads.push_back(heddle::make_thread(
            [&results, i, number = numbers[i]] { results[i] = slow_square(number); }));
        threads.back()->start();
    }
    for (auto& thread : threads) thread->join();
    return results;
}
