// crashed within 1
#include <unistd.h>

#include "litmus.hpp"

TEST_CASE("pipe that nobody reads") {
    int ends[2] = {};
    REQUIRE(pipe(ends) == 0);
    close(ends[0]);
    REQUIRE(write(ends[1], "x", 1) == -1);
}
