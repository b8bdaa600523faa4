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
    auto t = std::make_unique<heddle::Thread>(countdown, count, std::ref(sink));
    t->start();
    return t;
}

std::vector<int> squares(std::span<const int> numbers) {
    std::vector<int> result(numbers.size());
    std::vector<std::unique_ptr<heddle::Thread>> threads;
    for (size_t i = 0; i < numbers.size(); i++) {
        threads.push_back(heddle::make_thread(
            [&result, i, n = numbers[i]] { result[i] = slow_square(n); }));
        threads[i]->start();
    }
    return result;
}
