// completed
#include <sched.h>
#include <sys/sysinfo.h>
#include <unistd.h>

#include "litmus.hpp"

// The same on every machine.
TEST_CASE("number of processors") {
    cpu_set_t set;
    REQUIRE(sched_getaffinity(0, sizeof set, &set) == 0);
    REQUIRE(CPU_COUNT(&set) == 4);
    REQUIRE(pthread_getaffinity_np(pthread_self(), sizeof set, &set) == 0);
    REQUIRE(CPU_COUNT(&set) == 4);
    REQUIRE(std::thread::hardware_concurrency() == 4);
    REQUIRE(sysconf(_SC_NPROCESSORS_ONLN) == 4);
    REQUIRE(sysconf(_SC_NPROCESSORS_CONF) == 4);
    REQUIRE(get_nprocs() == 4);
    REQUIRE(sysconf(_SC_PAGESIZE) == 4096);
}
