// completed
#include <stdio.h>
#include <unistd.h>

#include "litmus.hpp"

TEST_CASE("stream under a mutex") {
    int ends[2] = {};
    REQUIRE(pipe(ends) == 0);
    FILE* const out = fdopen(ends[1], "w");
    std::mutex mutex;
    const auto print = [&] {
        for (int i = 0; i < 3; ++i) {
            const std::lock_guard guard(mutex);
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
