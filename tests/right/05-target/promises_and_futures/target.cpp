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
    auto t = std::make_unique<heddle::Thread>(countdown, count, std::ref(sink));
    t->start();
    return t;
}

std::vector<int> squares(std::span<const int> numbers) {
    std::vector<std::promise<int>> promises(numbers.size());
    std::vector<std::future<int>> futures;
    std::vector<std::unique_ptr<heddle::Thread>> threads;
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        futures.push_back(promises[i].get_future());
        threads.push_back(heddle::make_thread(
            [&promise = promises[i], number = numbers[i]] {
                promise.set_value(slow_square(number));
            }));
        threads.back()->start();
    }
    std::vector<int> results;
    for (auto& future : futures) results.push_back(future.get());
    for (auto& thread : threads) thread->join();
    return results;
}
