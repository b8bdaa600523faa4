// completed
#include <ctime>

#include "litmus.hpp"

using namespace std::chrono_literals;

TEST_CASE("sleeps until") {
    using std::chrono::steady_clock;
    using std::chrono::system_clock;
    const auto start = steady_clock::now();
    const auto today = system_clock::now();
    together([&] { std::this_thread::sleep_until(today + 24h); },
             [&] { std::this_thread::sleep_until(start + 1h); },
             [&] {
                 const timespec second = {1, 0};
                 clock_nanosleep(CLOCK_MONOTONIC, 0, &second, nullptr);
                 nanosleep(&second, nullptr);
             });
    const auto passed = steady_clock::now() - start;
    REQUIRE(passed >= 24h);
}
