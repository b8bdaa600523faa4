// completed
#include <sys/wait.h>
#include <unistd.h>

#include <string>

#include "litmus.hpp"

namespace {

std::string all_of(int descriptor) {
    std::string text;
    std::array<char, 16> part = {};
    for (long size = 0; (size = read(descriptor, part.data(), part.size())) > 0;)
        text.append(part.data(), static_cast<std::size_t>(size));
    return text;
}

}  // namespace

TEST_CASE("pipe from a child") {
    int ends[2] = {};
    REQUIRE(pipe(ends) == 0);
    const pid_t child = fork();
    if (child == 0) {
        close(ends[0]);
        for (const char* word : {"warp", "weft"}) {
            if (write(ends[1], word, 4) != 4) _exit(1);
        }
        _exit(0);
    }
    close(ends[1]);
    REQUIRE(all_of(ends[0]) == "warpweft");
    int status = 0;
    REQUIRE(waitpid(child, &status, 0) == child);
    REQUIRE(status == 0);
}
