// completed
#include "litmus.hpp"

namespace {

struct alignas(16) Pair {
    std::uint64_t first;
    std::uint64_t second;
    bool operator==(const Pair&) const = default;
};

}  // namespace

TEST_CASE("wide atomics") {
    std::atomic<Pair> pair = Pair{0, 0};
    const auto work = [&] {
        for (int i = 0; i < 2; ++i) {
            Pair seen = pair.load();
            while (!pair.compare_exchange_weak(seen, {seen.first + 1, seen.second + 2})) {
            }
        }
    };
    std::thread other(work);
    work();
    other.join();
    const Pair last = pair.exchange({9, 9});
    pair.store({1, 1});
    std::uint32_t bits = 6;
    const auto before = __atomic_fetch_nand(&bits, 3U, __ATOMIC_SEQ_CST);
    REQUIRE(last == Pair{4, 8});
    REQUIRE(pair.load() == Pair{1, 1});
    REQUIRE(before == 6);
    REQUIRE(bits == ~2U);
}
