// unsupported: more than 255 threads in one case
#include <unistd.h>

#include "litmus.hpp"

TEST_CASE("fork after many threads") {
    for (int i = 0; i < 255; ++i)
        std::thread([] {}).join();
    if (fork() == 0) _exit(0);
}
