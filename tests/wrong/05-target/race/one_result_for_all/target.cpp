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
    std::vector<int> results;
    int result = 0;
    std::vector<std::unique_ptr<heddle::Thread>> threads;
    for (int n : numbers) {
        threads.push_back(
            heddle::make_thread([&result, n] { result = slow_square(n); }));
        threads.back()->start();
    }
    for (auto& t : threads) {
        t->join();
        results.push_back(result);
    }
    return results;
}
