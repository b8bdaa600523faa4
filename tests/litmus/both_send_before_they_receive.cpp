// deadlock within 1
#include <sys/socket.h>
#include <unistd.h>

#include <string>

#include "litmus.hpp"

namespace {

void talk(int end) {
    std::string message(1'000'000, 'x');
    if (write(end, message.data(), message.size()) < 0) return;
    [[maybe_unused]] const auto got = read(end, message.data(), message.size());
}

}  // namespace

TEST_CASE("both send before they receive") {
    int ends[2] = {};
    REQUIRE(socketpair(AF_UNIX, SOCK_STREAM, 0, ends) == 0);
    together([&] { talk(ends[0]); }, [&] { talk(ends[1]); });
    REQUIRE(true);
}
