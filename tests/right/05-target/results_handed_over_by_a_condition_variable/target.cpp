#include "target.hpp"

#include <condition_variable>
#include <functional>
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

namespace {

class Collected {
  public:
    explicit Collected(std::size_t expected) : missing_(expected), values_(expected) {}

    void put(std::size_t index, int value) {
        const std::lock_guard lock(mutex_);
        values_[index] = value;
        if (--missing_ == 0) complete_.notify_one();
    }

    std::vector<int> take() {
        std::unique_lock lock(mutex_);
        complete_.wait(lock, [this] { return missing_ == 0; });
        return std::move(values_);
    }

  private:
    std::mutex mutex_;
    std::condition_variable complete_;
    std::size_t missing_;      // guarded by mutex_
    std::vector<int> values_;  // guarded by mutex_
};

}  // namespace

std::vector<int> squares(std::span<const int> numbers) {
    Collected collected(numbers.size());
    std::vector<std::unique_ptr<heddle::Thread>> threads;
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        threads.push_back(heddle::make_thread([&collected, i, number = numbers[i]] {
            collected.put(i, slow_square(number));
        }));
        threads.back()->start();
    }
    std::vector<int> results = collected.take();
    for (auto& thread : threads) thread->join();
    return results;
}
