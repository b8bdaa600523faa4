#include "base/assert.hpp"

#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <string>

#include "catch.hpp"

namespace {

// What a failed assertion prints, and the signal that ends its process.
struct Death {
    std::string printed;
    int signal = 0;
};

Death die_in_child() {
    std::array<int, 2> ends{};
    REQUIRE(::pipe(ends.data()) == 0);
    const pid_t child = ::fork();
    if (child == 0) {
        std::signal(SIGABRT, SIG_DFL);
        ::dup2(ends[1], STDERR_FILENO);
        HEDDLE_ASSERT(1 + 1 == 3);
    }
    ::close(ends[1]);
    std::array<char, 4096> buffer{};
    const ssize_t got = ::read(ends[0], buffer.data(), buffer.size());
    ::close(ends[0]);
    int status = 0;
    ::waitpid(child, &status, 0);
    return {std::string(buffer.data(), static_cast<std::size_t>(got)), WTERMSIG(status)};
}

}  // namespace

TEST_CASE("a failed assertion names its place, asks for a report and aborts") {
    const Death death = die_in_child();
    CHECK(death.signal == SIGABRT);
    CHECK(death.printed.find("assert_test.cpp:") != std::string::npos);
    CHECK(death.printed.find("1 + 1 == 3") != std::string::npos);
    CHECK(death.printed.find("Please report it") != std::string::npos);
}

TEST_CASE("an assertion that holds does nothing") {
    HEDDLE_ASSERT(1 + 1 == 2);
}
