#include "target.hpp"

#include <functional>

void countdown(int count, heddle::Sink& sink) {
    do {
        sink.put(count);
        count--;
        heddle::sleep(heddle::Ticks(5000));
    } while (count > 0);
}

std::unique_ptr<heddle::Thread> launch(int count, heddle::Sink& sink) {
    auto t = std::make_unique<heddle::Thread>(countdown, count, std::ref(sink));
    t->start();
    return t;
}

void square_into(int number, int& place) {
    place = slow_square(number);
}

std::vector<int> squares(std::span<const int> numbers) {
    std::vector<int> results(numbers.size());
    std::vector<std::unique_ptr<heddle::Thread>> threads;
    for (size_t i = 0; i < numbers.size(); i++) {
        auto t = heddle::make_thread<heddle::Thread>(square_into, numbers[i], std::ref(results[i]));
        t->start();
        threads.push_back(std::move(t));
    }
    for (auto& t : threads) t->join();
    return results;
}
