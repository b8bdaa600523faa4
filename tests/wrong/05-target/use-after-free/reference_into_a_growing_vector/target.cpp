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

void square_into(int number, int& place) {
    place = slow_square(number);
}

std::vector<int> squares(std::span<const int> numbers) {
    std::vector<int> results;
    std::vector<std::unique_ptr<heddle::Thread>> threads;
    for (int number : numbers) {
        results.push_back(0);
        threads.push_back(heddle::make_thread<heddle::Thread>(square_into, number,
                                                              std::ref(results.back())));
        threads.back()->start();
    }
    for (auto& t : threads) t->join();
    return results;
}
