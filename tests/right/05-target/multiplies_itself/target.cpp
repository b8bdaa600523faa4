#include "target.hpp"

#include <functional>
#include <list>

void countdown(int count, heddle::Sink& sink) {
    while (count > 0) {
        sink.put(count);
        --count;
        heddle::sleep(heddle::Ticks(5000));
    }
}

std::unique_ptr<heddle::Thread> launch(int count, heddle::Sink& sink) {
    auto thread = heddle::make_thread<heddle::Thread>(countdown, count, std::ref(sink));
    thread->start();
    return thread;
}

std::vector<int> squares(std::span<const int> numbers) {
    std::vector<int> results(numbers.begin(), numbers.end());
    std::list<heddle::Thread> threads;
    for (int& result : results) {
        threads.emplace_back([&result] { result *= result; });
        threads.back().start();
    }
    for (auto& thread : threads) thread.join();
    return results;
}
