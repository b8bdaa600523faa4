#include "target.hpp"

#include <functional>

void countdown(int count, heddle::Sink& sink) {
    for (int i = count; i > 0; i--) {
        sink.put(i);
        heddle::sleep(heddle::Ticks(5000));
    }
}

std::unique_ptr<heddle::Thread> launch(int count, heddle::Sink& sink) {
    auto thread = heddle::make_thread(countdown, count, std::ref(sink));
    thread->start();
    return thread;
}

std::vector<int> squares(std::span<const int> numbers) {
    std::vector<int> slots(numbers.size());
    std::vector<int> results;
    std::vector<std::unique_ptr<heddle::Thread>> threads;
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        threads.push_back(heddle::make_thread(
            [&slots, i, number = numbers[i]] { slots[i] = slow_square(number); }));
        threads[i]->start();
    }
    for (int s : slots) results.push_back(s);
    for (auto& t : threads) t->join();
    return results;
}
