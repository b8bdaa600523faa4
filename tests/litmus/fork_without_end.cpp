// unsupported: more than 63 child processes in one case
#include <unistd.h>

#include "litmus.hpp"

TEST_CASE("fork without end") {
    for (;;)
        fork();
}
