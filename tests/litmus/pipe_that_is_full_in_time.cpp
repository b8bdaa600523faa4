// completed
#include <poll.h>
#include <unistd.h>

#include "litmus.hpp"

TEST_CASE("pipe that is full in time") {
    std::array<int, 2> ends = {};
    REQUIRE(pipe(ends.data()) == 0);
    std::latch is_written(1);
    long got = 0;
    char byte = 0;
    together(
        [&] {
            if (write(ends[1], "x", 1) == 1) is_written.count_down();
        },
        [&] {
            is_written.wait();
            got = read(ends[0], &byte, 1);
        });
    close(ends[0]);
    close(ends[1]);
    REQUIRE(got == 1);
    REQUIRE(byte == 'x');
}
