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
    auto thread = heddle::make_thread<heddle::Thread>(countdown, count, std::ref(sink));
    thread->start();
    return thread;
}

void square_range(std::span<const int> from, std::span<int> to) {
    for (size_t i = 0; i < from.size(); i++) to[i] = slow_square(from[i]);
}

std::vector<int> squares(std::span<const int> numbers) {
    std::vector<int> results(numbers.size());
    std::span<int> all(results);
    const size_t half = numbers.size() / 2;
    heddle::Thread left(square_range, numbers.first(half), all.first(half));
    heddle::Thread right(square_range, numbers.subspan(half), all.subspan(half));
    left.start();
    right.start();
    left.join();
    right.join();
    return results;
}
