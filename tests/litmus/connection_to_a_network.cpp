// unsupported: connect to a network
#include <netinet/in.h>
#include <sys/socket.h>

#include "litmus.hpp"

TEST_CASE("connection to a network") {
    const int socket = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address = {};
    address.sin_family = AF_INET;
    address.sin_port = htons(9);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    connect(socket, reinterpret_cast<const sockaddr*>(&address), sizeof address);
}
