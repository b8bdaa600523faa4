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
    std::function<void()> call = std::bind(countdown, count, std::ref(sink));
    auto thread = std::make_unique<heddle::Thread>(heddle::ThreadOptions{.name = "countdown"}, call);
    thread->start();
    return thread;
}

struct SquareInto {
    int number;
    int* place;
    void operator()() const { *place = slow_square(number); }
};

std::vector<int> squares(std::span<const int> numbers) {
    std::vector<int> results(numbers.size());
    std::vector<std::unique_ptr<heddle::Thread>> threads;
    int* place = results.data();
    for (int number : numbers) {
        threads.push_back(heddle::make_thread<heddle::Thread>(SquareInto{number, place++}));
        threads.back()->start();
    }
    for (auto& thread : threads) thread->join();
    return results;
}
