#include "start_and_wait.hpp"

#include <condition_variable>
#include <mutex>
#include <thread>

namespace {

// Counts down to nothing left to wait for.
class Countdown {
  public:
    explicit Countdown(std::size_t count) : left_(count) {}

    void one_less() {
        const std::lock_guard lock(mutex_);
        if (--left_ == 0) none_left_.notify_all();
    }

    template <class Deadline>
    void wait_until(Deadline deadline) {
        std::unique_lock lock(mutex_);
        none_left_.wait_until(lock, deadline, [this] { return left_ == 0; });
    }

  private:
    std::mutex mutex_;
    std::condition_variable none_left_;
    std::size_t left_;
};

}  // namespace

Waited start_and_wait(std::span<const std::unique_ptr<heddle::Thread>> threads,
                      heddle::Ticks budget) {
    const auto deadline = std::chrono::steady_clock::now() + budget;
    for (const auto& thread : threads)
        thread->start();

    Countdown countdown(threads.size());
    std::vector<std::jthread> helpers;
    for (const auto& thread : threads) {
        helpers.emplace_back([&thread, &countdown, budget] {
            thread->join(budget);
            countdown.one_less();
        });
    }
    if (!threads.empty()) countdown.wait_until(deadline);
    helpers.clear();

    Waited waited;
    for (std::size_t i = 0; i < threads.size(); ++i)
        (threads[i]->is_alive() ? waited.alive : waited.ended).push_back(i);
    return waited;
}
