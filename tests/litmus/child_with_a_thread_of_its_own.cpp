// completed
#include <sys/wait.h>
#include <unistd.h>

#include "litmus.hpp"

TEST_CASE("child with a thread of its own") {
    std::mutex mutex;
    int value = 0;
    const pid_t child = fork();
    if (child == 0) {
        together(
            [&] {
                const std::lock_guard lock(mutex);
                ++value;
            },
            [&] {
                const std::lock_guard lock(mutex);
                ++value;
            });
        _exit(value);
    }
    std::jthread other([&] {
        const std::lock_guard lock(mutex);
        value = 10;
    });
    int status = 0;
    REQUIRE(waitpid(child, &status, 0) == child);
    REQUIRE(WEXITSTATUS(status) == 2);
}
