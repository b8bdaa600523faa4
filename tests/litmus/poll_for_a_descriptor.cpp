// completed
#include <poll.h>
#include <unistd.h>

#include "litmus.hpp"

TEST_CASE("poll for a descriptor") {
    int ends[2] = {};
    REQUIRE(pipe(ends) == 0);
    pollfd input = {ends[0], POLLIN, 0};
    REQUIRE(poll(&input, 1, 0) == 0);
    const auto start = in_seconds(CLOCK_MONOTONIC, 0);
    REQUIRE(poll(&input, 1, 60'000) == 0);
    REQUIRE(seconds_since(start, CLOCK_MONOTONIC) >= 60);
    std::jthread writer([&] { close(ends[1]); });
    REQUIRE(poll(&input, 1, -1) == 1);
    REQUIRE((input.revents & POLLHUP) != 0);
}
