#include "target.hpp"

#include <functional>
#include <iostream>
#include <syncstream>

void countdown(int count, heddle::Sink& sink) {
    while (count > 0) {
        sink.put(count);
        --count;
        heddle::sleep(heddle::Ticks(5000));
    }
}

std::unique_ptr<heddle::Thread> launch(int count, heddle::Sink& sink) {
    auto thread = heddle::make_thread<heddle::Thread>(&countdown, count, std::ref(sink));
    std::cout << "starting " << thread->name() << std::endl;
    thread->start();
    return thread;
}

static void square_and_print(int number, int& place) {
    place = slow_square(number);
    std::osyncstream(std::cout) << number << " squared is " << place << "\n";
}

std::vector<int> squares(std::span<const int> numbers) {
    std::vector<int> results;
    results.resize(numbers.size(), -1);
    std::vector<std::unique_ptr<heddle::Thread>> threads;
    int i = 0;
    for (int number : numbers) {
        threads.push_back(heddle::make_thread<heddle::Thread>(square_and_print, number,
                                                              std::ref(results[i])));
        i++;
    }
    std::cout << threads.size() << " threads" << std::endl;
    for (auto& thread : threads) thread->start();
    for (auto& thread : threads) thread->join();
    return results;
}
