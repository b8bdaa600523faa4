// unsupported: a stream that two threads use at once
#include <stdio.h>
#include <unistd.h>

#include "litmus.hpp"

TEST_CASE("two threads on one stream") {
    int ends[2] = {};
    REQUIRE(pipe(ends) == 0);
    FILE* const out = fdopen(ends[1], "w");
    const auto print = [&] {
        for (int i = 0; i < 3; ++i) {
            fputs("line\n", out);
            fflush(out);
        }
    };
    std::thread one(print);
    std::thread two(print);
    one.join();
    two.join();
    char all[64] = {};
    REQUIRE(read(ends[0], all, sizeof all) == 30);
}
