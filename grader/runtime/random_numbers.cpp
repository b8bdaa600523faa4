#include "runtime/random_numbers.hpp"

#include <fcntl.h>
#include <stdlib.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/sysmacros.h>

#include <algorithm>
#include <cstring>
#include <random>

#include "runtime/control.hpp"
#include "runtime/own_stack.hpp"
#include "runtime/races.hpp"
#include "runtime/raw_syscall.hpp"
#include "runtime/real.hpp"
#include "runtime/sanitizer_frame.hpp"
#include "runtime/shared_state.hpp"
#include "scheduler/random.hpp"

// std::random_device's, by the name that the linker knows; it may ask the processor.
extern "C" unsigned _ZNSt13random_device9_M_getvalEv(std::random_device*);

HEDDLE_REAL(getrandom)
HEDDLE_REAL(getentropy)
HEDDLE_REAL(arc4random)
HEDDLE_REAL(arc4random_buf)
HEDDLE_REAL(arc4random_uniform)
HEDDLE_REAL(_ZNSt13random_device9_M_getvalEv)

namespace heddle::runtime {
namespace {

// Each process of the case draws from its own, as each has its own memory; the baton guards it.
constinit scheduler::Random numbers(0);
constinit ProcessId drawn_by = 0;

std::uint64_t next_number() {
    if (drawn_by != this_process()) {
        drawn_by = this_process();
        numbers = scheduler::Random(drawn_by);
    }
    return numbers.next();
}

bool gives_random_numbers(const struct stat& seen) {
    constexpr unsigned memory = 1;  // the devices' major number; 8 is random, 9 urandom (mem(4))
    return S_ISCHR(seen.st_mode) && major(seen.st_rdev) == memory &&
           (minor(seen.st_rdev) == 8 || minor(seen.st_rdev) == 9);
}

// Of more than this the beginning is enough for the race detector, as of a copy.
constexpr std::size_t heard_of = 64 * 1024;

// What a call has put there for the program.
void give(void* at, std::size_t size) {
    const Inside inside;
    races::wrote(at, std::min(size, heard_of));
    replace_random_numbers(at, size);
}

}  // namespace

bool is_random_device(const char* path) {
    bool is_one = false;
    on_own_stack([&] {
        struct stat seen = {};
        const long error = raw_syscall(SYS_newfstatat, AT_FDCWD, reinterpret_cast<long>(path),
                                       reinterpret_cast<long>(&seen), 0);
        is_one = error == 0 && gives_random_numbers(seen);
    });
    return is_one;
}

bool is_random_device(int descriptor) {
    bool is_one = false;
    on_own_stack([&] {
        struct stat seen = {};
        const long error = raw_syscall(SYS_fstat, descriptor, reinterpret_cast<long>(&seen));
        is_one = error == 0 && gives_random_numbers(seen);
    });
    return is_one;
}

void replace_random_numbers(void* at, std::size_t size) {
    const Inside inside;
    auto* bytes = static_cast<char*>(at);
    while (size > 0) {
        const std::uint64_t number = next_number();
        const std::size_t count = std::min(size, sizeof number);
        std::memcpy(bytes, &number, count);
        bytes += count;
        size -= count;
    }
}

}  // namespace heddle::runtime

using namespace heddle::runtime;

HEDDLE_INTERCEPT ssize_t getrandom(void* to, std::size_t size, unsigned flags) {
    HEDDLE_FRAME;
    const ssize_t given = real_getrandom()(to, size, flags);
    if (given > 0 && is_controlled()) give(to, static_cast<std::size_t>(given));
    return given;
}

HEDDLE_INTERCEPT int getentropy(void* to, std::size_t size) {
    HEDDLE_FRAME;
    const int error = real_getentropy()(to, size);
    if (error == 0 && is_controlled()) give(to, size);
    return error;
}

HEDDLE_INTERCEPT void arc4random_buf(void* to, std::size_t size) noexcept {
    HEDDLE_FRAME;
    real_arc4random_buf()(to, size);
    if (is_controlled()) give(to, size);
}

HEDDLE_INTERCEPT std::uint32_t arc4random() noexcept {
    return is_controlled() ? static_cast<std::uint32_t>(next_number()) : real_arc4random()();
}

HEDDLE_INTERCEPT std::uint32_t arc4random_uniform(std::uint32_t bound) noexcept {
    if (!is_controlled()) return real_arc4random_uniform()(bound);
    return bound < 2 ? 0 : static_cast<std::uint32_t>(next_number() % bound);
}

HEDDLE_INTERCEPT unsigned _ZNSt13random_device9_M_getvalEv(std::random_device* device) {
    return is_controlled() ? static_cast<unsigned>(next_number())
                           : real__ZNSt13random_device9_M_getvalEv()(device);
}
