#include "target.hpp"

#include <functional>
#include <future>

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

std::vector<int> squares(std::span<const int> numbers) {
    std::vector<std::future<int>> futures;
    for (int number : numbers)
        futures.push_back(std::async(std::launch::async, slow_square, number));
    std::vector<int> results;
    for (auto& future : futures) results.push_back(future.get());
    return results;
}
