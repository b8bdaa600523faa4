// How many processors a case sees: as many as the simulated machine has, or else the same number on
// every real one, since programs choose their number of threads by it.
#include <pthread.h>
#include <sched.h>
#include <sys/syscall.h>
#include <sys/sysinfo.h>
#include <unistd.h>

#include <cstring>

#include "runtime/control.hpp"
#include "runtime/raw_syscall.hpp"
#include "runtime/real.hpp"

HEDDLE_REAL(get_nprocs)
HEDDLE_REAL(get_nprocs_conf)
HEDDLE_REAL(pthread_getaffinity_np)

// glibc's own name for it: sanitizers ask before anything can be looked up.
extern "C" long __sysconf(int name);

using namespace heddle::runtime;

namespace {

constexpr std::uint32_t usual_processors = 4;

int virtual_processors() {
    const std::uint32_t cores = record().command.machine.cores;
    return static_cast<int>(cores == 0 ? usual_processors : cores);
}

void fill(std::size_t size, cpu_set_t* set) {
    std::memset(set, 0, size);
    for (std::size_t i = 0; i < static_cast<std::size_t>(virtual_processors()); ++i)
        CPU_SET_S(i, size, set);
}

}  // namespace

HEDDLE_INTERCEPT int get_nprocs() noexcept {
    return is_controlled() ? virtual_processors() : real_get_nprocs()();
}

HEDDLE_INTERCEPT int get_nprocs_conf() noexcept {
    return is_controlled() ? virtual_processors() : real_get_nprocs_conf()();
}

HEDDLE_INTERCEPT long sysconf(int name) noexcept {
    const bool is_number = name == _SC_NPROCESSORS_ONLN || name == _SC_NPROCESSORS_CONF;
    return is_number && is_controlled() ? virtual_processors() : __sysconf(name);
}

HEDDLE_INTERCEPT int sched_getaffinity(pid_t process, std::size_t size, cpu_set_t* set) noexcept {
    if (is_controlled()) {
        fill(size, set);
        return 0;
    }
    std::memset(set, 0, size);
    const long result = raw_syscall(SYS_sched_getaffinity, process, static_cast<long>(size),
                                    reinterpret_cast<long>(set));
    if (result < 0) errno = static_cast<int>(-result);
    return result < 0 ? -1 : 0;
}

HEDDLE_INTERCEPT int pthread_getaffinity_np(pthread_t thread, std::size_t size,
                                            cpu_set_t* set) noexcept {
    if (!is_controlled()) return real_pthread_getaffinity_np()(thread, size, set);
    fill(size, set);
    return 0;
}

// Which one a thread is on would be news from the real machine.
HEDDLE_INTERCEPT int sched_getcpu() noexcept {
    if (is_controlled()) return 0;
    unsigned processor = 0;
    raw_syscall(SYS_getcpu, reinterpret_cast<long>(&processor));
    return static_cast<int>(processor);
}
