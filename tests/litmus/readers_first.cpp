// completed
#include "litmus.hpp"

// The first reader locks the writers out, the last lets them in. Since it may be another thread
// that unlocks, the room is a semaphore.
TEST_CASE("readers first") {
    std::mutex mutex;
    int readers = 0;
    std::binary_semaphore room(1);
    int value = 0;
    std::atomic<int> odd = 0;
    const auto read = [&] {
        {
            const std::lock_guard lock(mutex);
            if (++readers == 1) room.acquire();
        }
        odd += value % 2;
        const std::lock_guard lock(mutex);
        if (--readers == 0) room.release();
    };
    const auto write = [&] {
        room.acquire();
        ++value;
        ++value;
        room.release();
    };
    together(read, write, read, write);
    REQUIRE(odd == 0);
    REQUIRE(value == 4);
}
