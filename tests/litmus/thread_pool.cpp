// completed
#include "litmus.hpp"

namespace {

class Pool {
  public:
    std::future<int> submit(std::function<int()> work) {
        std::packaged_task<int()> task(std::move(work));
        auto result = task.get_future();
        const std::lock_guard lock(mutex_);
        tasks_.push_back(std::move(task));
        changed_.notify_one();
        return result;
    }

  private:
    void run(const std::stop_token& stop) {
        while (true) {
            std::unique_lock lock(mutex_);
            if (!changed_.wait(lock, stop, [&] { return !tasks_.empty(); })) return;
            auto task = std::move(tasks_.front());
            tasks_.pop_front();
            lock.unlock();
            task();
        }
    }

    std::mutex mutex_;
    std::condition_variable_any changed_;
    std::deque<std::packaged_task<int()>> tasks_;  // guarded by mutex_
    std::jthread first_{std::bind_front(&Pool::run, this)};
    std::jthread second_{std::bind_front(&Pool::run, this)};
};

}  // namespace

TEST_CASE("thread pool") {
    Pool pool;
    auto one = pool.submit([] { return 1; });
    auto two = pool.submit([] { return 2; });
    REQUIRE(one.get() + two.get() == 3);
}
