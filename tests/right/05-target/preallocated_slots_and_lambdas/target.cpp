#include "target.hpp"

void countdown(int count, heddle::Sink& sink) {
    for (int i = count; i > 0; i--) {
        sink.put(i);
        heddle::sleep(heddle::Ticks(5000));
    }
}

std::unique_ptr<heddle::Thread> launch(int count, heddle::Sink& sink) {
    auto thread = heddle::make_thread([count, &sink] { countdown(count, sink); });
    thread->start();
    return thread;
}

std::vector<int> squares(std::span<const int> numbers) {
    std::vector<int> results(numbers.size());
    std::vector<std::unique_ptr<heddle::Thread>> threads;
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        threads.push_back(heddle::make_thread(
            [&results, numbers, i] { results[i] = slow_square(numbers[i]); }));
    }
    for (auto& thread : threads) thread->start();
    for (auto& thread : threads) thread->join();
    return results;
}
