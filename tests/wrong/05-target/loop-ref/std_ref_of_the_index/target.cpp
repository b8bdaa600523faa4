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

void square_one(std::span<const int> numbers, std::vector<int>& results, int& i) {
    results[i] = slow_square(numbers[i]);
}

std::vector<int> squares(std::span<const int> numbers) {
    const int n = numbers.size();
    std::vector<int> results(n + 1);
    std::vector<std::unique_ptr<heddle::Thread>> threads(n);
    for (int i = 0; i < n; i++) {
        threads[i] = heddle::make_thread(square_one, numbers, std::ref(results),
                                                         std::ref(i));
        threads[i]->start();
    }
    for (auto& t : threads) t->join();
    results.pop_back();
    return results;
}
