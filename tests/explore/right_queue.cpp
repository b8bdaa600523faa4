// A queue of one place, right in every schedule; a daemon that never ends, and work after main.
#include <cassert>
#include <condition_variable>
#include <cstdlib>
#include <mutex>
#include <optional>
#include <thread>

class Slot {
  public:
    void put(int value) {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [this] { return !value_; });
        value_ = value;
        changed_.notify_all();
    }
    int take() {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [this] { return value_.has_value(); });
        const int value = *value_;
        value_.reset();
        changed_.notify_all();
        return value;
    }

  private:
    std::mutex mutex_;
    std::condition_variable changed_;
    std::optional<int> value_;
};

static Slot& never_filled = *new Slot;

int main(int count, char** arguments) {
    const int last = count > 1 ? std::atoi(arguments[1]) : 3;
    std::thread([] { never_filled.take(); }).detach();
    Slot slot;
    std::thread producer([&] {
        for (int i = 1; i <= last; ++i)
            slot.put(i);
    });
    int sum = 0;
    for (int i = 1; i <= last; ++i)
        sum += slot.take();
    producer.join();
    assert(sum == last * (last + 1) / 2);
    std::exit(sum == last * (last + 1) / 2 ? 0 : 1);
}
