// Runs a piece of a test in a process of its own, for what can be seen from outside only: how a
// program with threads ends.
#pragma once

#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <string>

struct ChildResult {
    int exit_code = -1;  // -1: it was killed
    int signal = 0;
    std::string output;  // of both streams
};

/// The child executes `body` and then returns from an imagined main() with 0. Not to be called
/// while other threads live.
template <class Body>
ChildResult run_in_child(Body body) {
    std::array<int, 2> ends = {};
    if (pipe(ends.data()) != 0) return {};
    std::fflush(nullptr);
    const pid_t child = fork();
    if (child == 0) {
        dup2(ends[1], 1);
        dup2(ends[1], 2);
        close(ends[0]);
        close(ends[1]);
        std::signal(SIGABRT, SIG_DFL);  // Catch2 would report a failure of its own
        body();
        std::exit(0);
    }
    close(ends[1]);
    ChildResult result;
    std::array<char, 256> part = {};
    for (ssize_t n = 0; (n = read(ends[0], part.data(), part.size())) > 0;) {
        result.output.append(part.data(), static_cast<std::size_t>(n));
    }
    close(ends[0]);
    int status = 0;
    waitpid(child, &status, 0);
    if (WIFEXITED(status)) result.exit_code = WEXITSTATUS(status);
    if (WIFSIGNALED(status)) result.signal = WTERMSIG(status);
    return result;
}
