// deadlock within 1
#include "litmus.hpp"

TEST_CASE("join cycle") {
    std::array<std::thread, 3> threads;
    std::latch is_started(1);
    std::latch is_done(3);
    for (std::size_t i = 0; i < threads.size(); ++i) {
        threads[i] = std::thread([&, i] {
            is_started.wait();
            threads[(i + 1) % threads.size()].join();
            is_done.count_down();
        });
    }
    is_started.count_down();
    is_done.wait();
    SUCCEED();
}
