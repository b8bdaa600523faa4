// failed assertion within 40
#include <sys/wait.h>
#include <unistd.h>

#include "litmus.hpp"

// Nobody says whose byte comes first.
TEST_CASE("two children into one pipe") {
    int ends[2] = {};
    REQUIRE(pipe(ends) == 0);
    for (const char* name : {"1", "2"}) {
        if (fork() != 0) continue;
        _exit(write(ends[1], name, 1) == 1 ? 0 : 1);
    }
    char bytes[2] = {};
    REQUIRE(read(ends[0], bytes, 1) == 1);
    REQUIRE(read(ends[0], bytes + 1, 1) == 1);
    while (wait(nullptr) > 0) {
    }
    REQUIRE(bytes[0] == '1');
}
