// completed
#include "litmus.hpp"

namespace {

// Three threads add 1, 2 and 3, and take away what they added, by every operation there is.
template <class T>
T change_together() {
    std::atomic<T> value = T{8};
    in_threads(3, [&](int i) {
        const auto mine = static_cast<T>(i + 1);
        value += mine;
        value.fetch_sub(mine, std::memory_order_relaxed);
        T seen = value.load(std::memory_order_acquire);
        while (!value.compare_exchange_strong(seen, static_cast<T>(seen + mine))) {
        }
        value -= mine;
        if constexpr (std::is_integral_v<T>) value.fetch_or(T{0});
    });
    return value.exchange(T{0});
}

}  // namespace

TEST_CASE("atomics of each width") {
    REQUIRE(change_together<std::uint8_t>() == 8);
    REQUIRE(change_together<std::int16_t>() == 8);
    REQUIRE(change_together<std::uint32_t>() == 8);
    REQUIRE(change_together<std::int64_t>() == 8);
    REQUIRE(change_together<double>() == 8);
}
