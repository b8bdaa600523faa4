#include "target.hpp"

#include <functional>
#include <map>
#include <mutex>

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
    std::map<std::size_t, int> by_index;
    std::mutex mutex;
    std::vector<std::unique_ptr<heddle::Thread>> threads;
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        threads.push_back(heddle::make_thread([&, i] {
            const int square = slow_square(numbers[i]);
            const std::lock_guard lock(mutex);
            by_index[i] = square;
        }));
        threads.back()->start();
    }
    for (auto& thread : threads) thread->join();

    std::vector<int> results;
    for (const auto& [index, square] : by_index) results.push_back(square);
    return results;
}
