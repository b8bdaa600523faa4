#include "target.hpp"

#include <chrono>
#include <functional>
#include <thread>

void countdown(int count, heddle::Sink& sink) {
    if (count <= 0) return;
    sink.put(count);
    if (count > 1) std::this_thread::sleep_for(std::chrono::seconds(5));
    countdown(count - 1, sink);
}

std::unique_ptr<heddle::Thread> launch(int count, heddle::Sink& sink) {
    auto t = std::make_unique<heddle::Thread>(countdown, count, std::ref(sink));
    t->start();
    return t;
}

std::vector<int> squares(std::span<const int> numbers) {
    auto results = std::make_shared<std::vector<int>>(numbers.size());
    std::vector<std::unique_ptr<heddle::Thread>> threads;
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        threads.push_back(heddle::make_thread(
            [results, i, number = numbers[i]] { results->at(i) = slow_square(number); }));
        threads.back()->start();
    }
    for (auto& thread : threads) {
        while (thread->is_alive()) thread->join(heddle::Ticks(300));
        thread->join();
    }
    return *results;
}
