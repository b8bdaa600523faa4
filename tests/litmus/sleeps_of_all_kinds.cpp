// completed
#include <poll.h>
#include <sys/select.h>

#include <ctime>

#include "litmus.hpp"

namespace {

double seconds_of_processor(clock_t start) {
    return static_cast<double>(clock() - start) / CLOCKS_PER_SEC;
}

}  // namespace

// Waiting for nothing is a sleep, in virtual time; every clock shows it.
TEST_CASE("sleeps of all kinds") {
    const timespec start = in_seconds(CLOCK_MONOTONIC, 0);
    timespec utc_start = {};
    timespec_get(&utc_start, TIME_UTC);
    std::thread other([] { poll(nullptr, 0, 1'000); });
    poll(nullptr, 0, 10'000);
    timeval ten_seconds = {10, 0};
    select(0, nullptr, nullptr, nullptr, &ten_seconds);
    const timespec ten = {10, 0};
    pselect(0, nullptr, nullptr, nullptr, &ten, nullptr);
    ppoll(nullptr, 0, &ten, nullptr);
    other.join();
    const double passed = seconds_since(start, CLOCK_MONOTONIC);
    timespec utc_end = {};
    timespec_get(&utc_end, TIME_UTC);
    const clock_t begin = clock();
    while (seconds_of_processor(begin) < 1) {
    }
    REQUIRE(passed >= 40);
    REQUIRE(passed < 42);
    REQUIRE(utc_end.tv_sec - utc_start.tv_sec >= 40);
    REQUIRE(utc_end.tv_sec - utc_start.tv_sec <= 42);
}
