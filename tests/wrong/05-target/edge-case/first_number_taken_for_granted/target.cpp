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

static std::vector<int> rest(std::span<const int> numbers) {
    if (numbers.empty()) return {0};
    std::vector<int> tail;
    int square = 0;
    auto thread = heddle::make_thread(
        [&square, number = numbers.front()] { square = slow_square(number); });
    thread->start();
    if (numbers.size() > 1) tail = rest(numbers.subspan(1));
    thread->join();
    tail.insert(tail.begin(), square);
    return tail;
}

std::vector<int> squares(std::span<const int> numbers) {
    return rest(numbers);
}
