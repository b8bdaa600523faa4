// One thread hands a value over under a lock; the other waits for it, or finds it there, or, if the
// signal comes between its look and its wait, for ever.
#include <condition_variable>
#include <mutex>
#include <thread>

static std::mutex mutex;
static std::condition_variable changed;
static bool is_there = false;
static int waits = 0;

static bool looks() {
    std::lock_guard guard(mutex);
    return is_there;
}

int main() {
    std::thread giver([] {
        std::lock_guard guard(mutex);
        is_there = true;
        changed.notify_one();
    });
    if (!looks()) {
        std::unique_lock lock(mutex);
        changed.wait(lock);
        ++waits;
    }
    giver.join();
    return 1 + waits;
}
