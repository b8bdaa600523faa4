// completed
#include <unistd.h>

#include "litmus.hpp"

TEST_CASE("pipe between threads") {
    int ends[2] = {};
    REQUIRE(pipe(ends) == 0);
    char byte = 0;
    long got = 0;
    together([&] { got = read(ends[0], &byte, 1); },
             [&] { [[maybe_unused]] const auto sent = write(ends[1], "x", 1); });
    REQUIRE(got == 1);
    REQUIRE(byte == 'x');
}
