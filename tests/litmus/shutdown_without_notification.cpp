// deadlock within 4
#include "litmus.hpp"

TEST_CASE("shutdown without notification") {
    std::mutex mutex;
    std::condition_variable changed;
    int tasks = 0;
    bool is_closed = false;
    together(
        [&] {
            std::unique_lock lock(mutex);
            while (!is_closed || tasks > 0) {
                changed.wait(lock, [&] { return is_closed || tasks > 0; });
                if (tasks > 0) --tasks;
            }
        },
        [&] {
            std::unique_lock lock(mutex);
            ++tasks;
            changed.notify_one();
            lock.unlock();
            lock.lock();
            is_closed = true;
        });
    SUCCEED();
}
