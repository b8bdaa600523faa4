// deadlock within 8
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <string>

#include "litmus.hpp"

TEST_CASE("named pipe with one end") {
    const std::string path = "/tmp/heddle-litmus-one-" + std::to_string(getpid());
    REQUIRE(mkfifo(path.c_str(), 0600) == 0);
    {
        std::jthread reader([&] { open(path.c_str(), O_RDONLY); });
        std::this_thread::yield();
        unlink(path.c_str());
    }
    REQUIRE(true);
}
