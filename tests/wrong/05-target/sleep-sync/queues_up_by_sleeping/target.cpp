#include "target.hpp"

#include <chrono>
#include <functional>
#include <mutex>
#include <thread>

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
    std::vector<int> results;
    std::mutex mutex;
    std::vector<std::unique_ptr<heddle::Thread>> threads;
    int delay = 0;
    for (int number : numbers) {
        threads.push_back(heddle::make_thread([&results, &mutex, number, delay] {
            int square = slow_square(number);
            std::this_thread::sleep_for(std::chrono::milliseconds(delay));  // keep the order
            std::lock_guard<std::mutex> lock(mutex);
            results.push_back(square);
        }));
        threads.back()->start();
        delay += 10;
    }
    for (auto& thread : threads) thread->join();
    return results;
}
