// unsupported: poll
#include <poll.h>

#include "litmus.hpp"

TEST_CASE("poll for a descriptor") {
    pollfd input = {0, POLLIN, 0};
    poll(&input, 1, 1'000);
}
