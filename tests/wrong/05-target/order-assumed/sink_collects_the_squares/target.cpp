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
    return thread;
}

std::vector<int> squares(std::span<const int> numbers) {
    heddle::Sink sink;  // thread-safe!
    std::vector<std::unique_ptr<heddle::Thread>> threads;
    for (int number : numbers) {
        threads.push_back(heddle::make_thread(
            [&sink, number] { sink.put(slow_square(number)); }));
        threads.back()->start();
    }
    for (auto& thread : threads) thread->join();
    std::vector<int> results;
    for (const auto& record : sink.records()) results.push_back(record.value);
    return results;
}
