// completed
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <string>

#include "litmus.hpp"

// Each end waits at its open for the other one.
TEST_CASE("named pipe") {
    const std::string path = "/tmp/heddle-litmus-" + std::to_string(getpid());
    REQUIRE(mkfifo(path.c_str(), 0600) == 0);
    if (fork() == 0) {
        const int writer = open(path.c_str(), O_WRONLY);
        _exit(write(writer, "warp", 4) == 4 ? 0 : 1);
    }
    const int reader = open(path.c_str(), O_RDONLY);
    char bytes[8] = {};
    REQUIRE(read(reader, bytes, sizeof bytes) == 4);
    REQUIRE(read(reader, bytes, sizeof bytes) == 0);
    REQUIRE(unlink(path.c_str()) == 0);
    int status = 1;
    REQUIRE(wait(&status) > 0);
    REQUIRE(status == 0);
}
