// unsupported: read
#include <unistd.h>

#include "litmus.hpp"

// Some schedules read before anything was written; what the kernel would do then nobody controls.
TEST_CASE("pipe between threads") {
    int ends[2] = {};
    REQUIRE(pipe(ends) == 0);
    std::thread writer([&] { REQUIRE(write(ends[1], "x", 1) == 1); });
    char byte = 0;
    const auto got = read(ends[0], &byte, 1);
    writer.join();
    REQUIRE(got == 1);
}
