// failed assertion within 4
#include <sys/wait.h>
#include <unistd.h>

#include <string>

#include "litmus.hpp"

// What is longer than PIPE_BUF may be cut by what another one writes.
TEST_CASE("messages too long for a pipe") {
    constexpr std::size_t length = 10'000;
    int ends[2] = {};
    REQUIRE(pipe(ends) == 0);
    for (const char letter : {'a', 'b'}) {
        if (fork() != 0) continue;
        const std::string message(length, letter);
        _exit(write(ends[1], message.data(), length) == length ? 0 : 1);
    }
    close(ends[1]);
    std::string all(2 * length, ' ');
    for (std::size_t at = 0; at < all.size();) {
        const auto got = read(ends[0], all.data() + at, all.size() - at);
        REQUIRE(got > 0);
        at += static_cast<std::size_t>(got);
    }
    while (wait(nullptr) > 0) {
    }
    REQUIRE(all.find_last_of(all.front()) == length - 1);
}
