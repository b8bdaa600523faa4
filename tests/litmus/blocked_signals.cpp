// completed
#include <csignal>

#include "litmus.hpp"

// All may be blocked but the one that ends a loop without end.
TEST_CASE("blocked signals") {
    sigset_t all;
    sigset_t blocked;
    sigfillset(&all);
    pthread_sigmask(SIG_BLOCK, &all, nullptr);
    sigprocmask(SIG_BLOCK, nullptr, &blocked);
    REQUIRE(sigismember(&blocked, SIGUSR1) == 1);
    REQUIRE(sigismember(&blocked, SIGPROF) == 0);
}
