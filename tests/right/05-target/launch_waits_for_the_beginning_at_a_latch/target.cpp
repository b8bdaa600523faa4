#include "target.hpp"

#include <chrono>
#include <iostream>
#include <latch>

void countdown(int count, heddle::Sink& sink) {
    while (count > 0) {
        sink.put(count);
        --count;
        heddle::sleep(heddle::Ticks(5000));
    }
}

std::unique_ptr<heddle::Thread> launch(int count, heddle::Sink& sink) {
    const auto asked = std::chrono::steady_clock::now();
    auto begun = std::make_shared<std::latch>(1);
    auto thread = heddle::make_thread([count, &sink, begun] {
        begun->count_down();
        countdown(count, sink);
    });
    thread->start();
    begun->wait();
    const auto waited = std::chrono::steady_clock::now() - asked;
    std::cout << thread->name() << " began within a second: " << (waited < std::chrono::seconds(1))
              << std::endl;
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
