// completed
#include <sys/socket.h>
#include <sys/uio.h>

#include <vector>

#include "litmus.hpp"

// However long it is, and whatever a pipe may do: one call is one message.
TEST_CASE("message in several pieces") {
    int ends[2] = {};
    REQUIRE(socketpair(AF_UNIX, SOCK_SEQPACKET, 0, ends) == 0);
    std::vector<char> half(3'000, 'x');
    const iovec pieces[] = {{half.data(), half.size()}, {half.data(), half.size()}};
    REQUIRE(writev(ends[0], pieces, 2) == 6'000);
    std::vector<char> message(10'000);
    REQUIRE(recv(ends[1], message.data(), message.size(), 0) == 6'000);
}
