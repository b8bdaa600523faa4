// unsupported: poll
#include <poll.h>
#include <sys/timerfd.h>

#include "litmus.hpp"

// A clock in real time is outside control, whatever it is waited for with.
TEST_CASE("poll for a timer") {
    pollfd input = {timerfd_create(CLOCK_MONOTONIC, 0), POLLIN, 0};
    poll(&input, 1, 1'000);
}
