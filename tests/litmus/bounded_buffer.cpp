// completed
#include "litmus.hpp"

namespace {

class Buffer {
  public:
    void put(int value) {
        std::unique_lock lock(mutex_);
        has_room_.wait(lock, [&] { return values_.size() < 2; });
        values_.push_back(value);
        has_values_.notify_one();
    }
    int take() {
        std::unique_lock lock(mutex_);
        has_values_.wait(lock, [&] { return !values_.empty(); });
        const int value = values_.front();
        values_.pop_front();
        has_room_.notify_one();
        return value;
    }

  private:
    std::mutex mutex_;
    std::condition_variable has_room_;
    std::condition_variable has_values_;
    std::deque<int> values_;  // guarded by mutex_
};

}  // namespace

TEST_CASE("bounded buffer") {
    Buffer buffer;
    std::atomic<int> sum = 0;
    const auto produce = [&](int i) { return [&buffer, i] { buffer.put(i), buffer.put(i); }; };
    const auto consume = [&] { sum += buffer.take() + buffer.take(); };
    together(produce(1), consume, produce(10), consume);
    REQUIRE(sum == 22);
}
