#include "target.hpp"

#include <functional>

namespace {

void square_from(std::span<const int> numbers, std::span<int> results) {
    if (numbers.empty()) return;
    heddle::Thread thread([numbers, results] {
        heddle::Thread next(square_from, numbers.subspan(1), results.subspan(1));
        next.start();
        results[0] = slow_square(numbers[0]);
        next.join();
    });
    thread.start();
    thread.join();
}

}  // namespace

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

std::vector<int> squares(std::span<const int> numbers) {
    std::vector<int> results(numbers.size());
    square_from(numbers, results);
    return results;
}
