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

static void square(std::vector<int>& out, size_t i, int n) {
    out.at(i) = slow_square(n);
}

std::vector<int> squares(std::span<const int> numbers) {
    std::vector<int> out(numbers.size());
    std::vector<std::unique_ptr<heddle::Thread>> threads;
    for (size_t i = 0; i < numbers.size(); i++) {
        threads.push_back(heddle::make_thread(square, std::ref(out), i, numbers[i]));
    }
    for (auto& t : threads) t->start();
    for (size_t i = 0; i < 2 && i < threads.size(); i++) {
        threads[i]->join();
    }
    return out;
}
