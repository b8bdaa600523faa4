// unsupported: signal(SIGPROF)
#include <csignal>

#include "litmus.hpp"

TEST_CASE("handler for the cpu clock") {
    std::signal(SIGPROF, SIG_IGN);
}
