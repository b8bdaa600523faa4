#include "target.hpp"

#include <array>
#include <deque>
#include <functional>

void countdown(int count, heddle::Sink& sink) {
    for (int i = count; i > 0; i--) {
        sink.put(i);
        heddle::sleep(heddle::Ticks(5000));
    }
}

std::unique_ptr<heddle::Thread> launch(int count, heddle::Sink& sink) {
    auto thread = heddle::make_thread<heddle::Thread>(countdown, count, std::ref(sink));
    thread->start();
    return thread;
}

std::vector<int> squares(std::span<const int> numbers) {
    std::array<int, 16> places{};
    std::deque<heddle::Thread> threads;  // a deque never moves what it holds
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        threads.emplace_back([place = &places[i], number = numbers[i]] {
            *place = slow_square(number);
        });
        threads.back().start();
    }
    for (heddle::Thread& thread : threads) thread.join();
    return {places.begin(), places.begin() + static_cast<std::ptrdiff_t>(numbers.size())};
}
