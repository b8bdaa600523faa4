// unsupported: splice
#include <fcntl.h>
#include <unistd.h>

#include "litmus.hpp"

TEST_CASE("splice from an empty pipe") {
    int from[2] = {};
    int to[2] = {};
    REQUIRE(pipe(from) == 0);
    REQUIRE(pipe(to) == 0);
    splice(from[0], nullptr, to[1], nullptr, 10, 0);
}
