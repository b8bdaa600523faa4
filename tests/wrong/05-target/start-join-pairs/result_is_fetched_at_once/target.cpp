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
    std::vector<int> results;
    for (int number : numbers) {
        std::promise<int> promise;
        std::future<int> future = promise.get_future();
        auto thread = heddle::make_thread<heddle::Thread>(
            [&promise, number] { promise.set_value(slow_square(number)); });
        thread->start();
        results.push_back(future.get());
    }
    return results;
}
