// deadlock within 6
#include "litmus.hpp"

TEST_CASE("locks in opposite order") {
    std::mutex first;
    std::mutex second;
    const auto take = [](std::mutex& a, std::mutex& b) {
        const std::lock_guard outer(a);
        const std::lock_guard inner(b);
    };
    together([&] { take(first, second); }, [&] { take(second, first); });
    SUCCEED();
}
