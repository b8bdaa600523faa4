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
    auto results = std::make_shared<std::vector<int>>(numbers.size());
    for (size_t i = 0; i < numbers.size(); i++) {
        auto* t = new heddle::Thread(
            [results, i, n = numbers[i]] { (*results)[i] = slow_square(n); });
        t->start();
    }
    return *results;
}
