#include "target.hpp"

#include <atomic>
#include <functional>
#include <latch>

void countdown(int count, heddle::Sink& sink) {
    while (count > 0) {
        sink.put(count);
        --count;
        heddle::sleep(heddle::Ticks(5000));
    }
}

std::unique_ptr<heddle::Thread> launch(int count, heddle::Sink& sink) {
    auto thread = heddle::make_thread<heddle::Thread>(countdown, std::move(count), std::ref(sink));
    thread->start();
    return std::unique_ptr<heddle::Thread>(thread.release());
}

std::vector<int> squares(std::span<const int> numbers) {
    std::vector<std::atomic<int>> slots(numbers.size());
    std::latch finished(static_cast<std::ptrdiff_t>(numbers.size()));
    std::vector<std::unique_ptr<heddle::Thread>> threads;
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        threads.push_back(heddle::make_thread<heddle::Thread>([&, i] {
            slots[i].store(slow_square(numbers[i]), std::memory_order_relaxed);
            finished.count_down();
        }));
        threads.back()->start();
    }
    finished.wait();
    std::vector<int> results(slots.begin(), slots.end());
    for (auto& thread : threads) thread->join();
    return results;
}
