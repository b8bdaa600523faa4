// completed
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include "litmus.hpp"

namespace {

// A name in no folder: it begins with a zero, and is gone with its last socket.
sockaddr_un address() {
    sockaddr_un name = {};
    name.sun_family = AF_UNIX;
    const auto number = std::to_string(getpid());
    number.copy(name.sun_path + 1, number.size());
    return name;
}

int ask(int question) {
    const int socket = ::socket(AF_UNIX, SOCK_STREAM, 0);
    const auto name = address();
    if (connect(socket, reinterpret_cast<const sockaddr*>(&name), sizeof name) != 0) return -1;
    int answer = 0;
    const bool is_sent = send(socket, &question, sizeof question, 0) == sizeof question;
    const bool is_told = recv(socket, &answer, sizeof answer, MSG_WAITALL) == sizeof answer;
    close(socket);
    return is_sent && is_told ? answer : -1;
}

void answer_one(int listener) {
    const int client = accept(listener, nullptr, nullptr);
    int number = 0;
    if (recv(client, &number, sizeof number, MSG_WAITALL) == sizeof number) {
        number *= 2;
        send(client, &number, sizeof number, 0);
    }
    close(client);
}

}  // namespace

TEST_CASE("server with a unix socket") {
    const int listener = socket(AF_UNIX, SOCK_STREAM, 0);
    const auto name = address();
    REQUIRE(bind(listener, reinterpret_cast<const sockaddr*>(&name), sizeof name) == 0);
    REQUIRE(listen(listener, 1) == 0);
    int first = 0;
    int second = 0;
    together([&] { first = ask(3); }, [&] { second = ask(4); },
             [&] {
                 answer_one(listener);
                 answer_one(listener);
             });
    REQUIRE(first == 6);
    REQUIRE(second == 8);
}
