// completed
#include "litmus.hpp"

using namespace std::chrono_literals;

TEST_CASE("future with a deadline") {
    const auto start = std::chrono::steady_clock::now();
    auto future = std::async(std::launch::async, [] {
        std::this_thread::sleep_for(10s);
        return 1;
    });
    const auto status = future.wait_until(start + 2s);
    const auto waited = std::chrono::steady_clock::now() - start;
    const int got = future.get();
    REQUIRE((status == std::future_status::ready || waited >= 2s));
    REQUIRE(got == 1);
}
