// completed
#include <sys/select.h>
#include <unistd.h>

#include "litmus.hpp"

namespace {

// Which of the two is ready; the other one isn't.
int ready_of(int first, int second) {
    fd_set set;
    FD_ZERO(&set);
    FD_SET(first, &set);
    FD_SET(second, &set);
    if (select(std::max(first, second) + 1, &set, nullptr, nullptr, nullptr) < 1) return -1;
    return FD_ISSET(first, &set) ? first : second;
}

}  // namespace

TEST_CASE("select among pipes") {
    int left[2] = {};
    int right[2] = {};
    REQUIRE(pipe(left) == 0);
    REQUIRE(pipe(right) == 0);
    int sum = 0;
    {
        std::jthread first([&] { REQUIRE(write(left[1], "\1", 1) == 1); });
        std::jthread second([&] { REQUIRE(write(right[1], "\2", 1) == 1); });
        for (int i = 0; i < 2; ++i) {
            char byte = 0;
            REQUIRE(read(ready_of(left[0], right[0]), &byte, 1) == 1);
            sum += byte;
        }
    }
    REQUIRE(sum == 3);
}
