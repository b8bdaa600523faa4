// completed
#include <unistd.h>

#include <string>

#include "litmus.hpp"

// More than a pipe holds: who writes waits for who reads.
TEST_CASE("pipe that is too small") {
    int ends[2] = {};
    REQUIRE(pipe(ends) == 0);
    const std::string sent(200'000, 'x');
    std::string got;
    together(
        [&] {
            if (write(ends[1], sent.data(), sent.size()) == static_cast<long>(sent.size()))
                close(ends[1]);
        },
        [&] {
            std::array<char, 30'000> part = {};
            for (long size = 0; (size = read(ends[0], part.data(), part.size())) > 0;)
                got.append(part.data(), static_cast<std::size_t>(size));
        });
    REQUIRE(got == sent);
}
