// completed
#include "litmus.hpp"

TEST_CASE("ring of one producer") {
    std::array<int, 2> slots = {};
    std::atomic<std::size_t> written = 0;
    std::atomic<std::size_t> read = 0;
    std::vector<int> got;
    together(
        [&] {
            for (std::size_t i = 0; i < 4; ++i) {
                while (i - read.load(std::memory_order_acquire) == slots.size())
                    std::this_thread::yield();
                slots[i % slots.size()] = static_cast<int>(i);
                written.store(i + 1, std::memory_order_release);
            }
        },
        [&] {
            for (std::size_t i = 0; i < 4; ++i) {
                while (written.load(std::memory_order_acquire) == i)
                    std::this_thread::yield();
                got.push_back(slots[i % slots.size()]);
                read.store(i + 1, std::memory_order_release);
            }
        });
    REQUIRE(got == std::vector{0, 1, 2, 3});
}
