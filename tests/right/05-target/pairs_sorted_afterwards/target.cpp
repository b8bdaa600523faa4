#include "target.hpp"

#include <algorithm>
#include <functional>
#include <mutex>

void countdown(int count, heddle::Sink& sink) {
    for (int i = count; i > 0; i--) {
        sink.put(i);
        heddle::sleep(heddle::Ticks(5000));
    }
}

std::unique_ptr<heddle::Thread> launch(int count, heddle::Sink& sink) {
    auto t = std::make_unique<heddle::Thread>(countdown, count, std::ref(sink));
    t->start();
    return t;
}

std::vector<int> squares(std::span<const int> numbers) {
    std::vector<std::pair<std::size_t, int>> finished;
    std::mutex mutex;
    std::vector<std::unique_ptr<heddle::Thread>> threads;
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        threads.push_back(std::make_unique<heddle::Thread>([&finished, &mutex, numbers, i] {
            int square = slow_square(numbers[i]);
            mutex.lock();
            finished.emplace_back(i, square);
            mutex.unlock();
        }));
    }
    for (auto& t : threads) t->start();
    for (auto t = threads.rbegin(); t != threads.rend(); ++t) (*t)->join();

    std::sort(finished.begin(), finished.end());
    std::vector<int> results;
    for (auto& [i, square] : finished) results.push_back(square);
    return results;
}
