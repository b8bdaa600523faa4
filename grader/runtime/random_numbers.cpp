#include "runtime/random_numbers.hpp"

#include <fcntl.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/random.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <random>
#include <string_view>

#include "runtime/control.hpp"
#include "runtime/real.hpp"
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

constexpr std::size_t most_entropy = 256;  // getentropy(3)
constexpr int pages_in_device = 16;

constinit scheduler::Random numbers(0);  // guarded by the baton

std::uint32_t next_number() {
    return static_cast<std::uint32_t>(numbers.next() >> 32U);
}

void fill(void* to, std::size_t size) {
    auto* bytes = static_cast<char*>(to);
    while (size > 0) {
        const std::uint64_t number = numbers.next();
        const std::size_t count = size < sizeof number ? size : sizeof number;
        std::memcpy(bytes, &number, count);
        bytes += count;
        size -= count;
    }
}

}  // namespace

bool is_random_device(const char* path) {
    const std::string_view name = path;
    return name == "/dev/urandom" || name == "/dev/random";
}

int open_random_numbers(int flags) {
    const bool closes = (flags & O_CLOEXEC) != 0;
    const int file = memfd_create("heddle-random", closes ? MFD_CLOEXEC : 0U);
    if (file < 0) return file;
    const Inside inside;
    std::array<char, 4096> page;
    for (int i = 0; i < pages_in_device; ++i) {
        fill(page.data(), page.size());
        if (pwrite(file, page.data(), page.size(), i * std::ssize(page)) != std::ssize(page))
            return -1;
    }
    return file;
}

}  // namespace heddle::runtime

using namespace heddle::runtime;

HEDDLE_INTERCEPT ssize_t getrandom(void* to, std::size_t size, unsigned flags) {
    if (!is_controlled()) return real_getrandom()(to, size, flags);
    fill(to, size);
    return static_cast<ssize_t>(size);
}

HEDDLE_INTERCEPT int getentropy(void* to, std::size_t size) {
    if (!is_controlled()) return real_getentropy()(to, size);
    if (size > most_entropy) {
        errno = EIO;
        return -1;
    }
    fill(to, size);
    return 0;
}

HEDDLE_INTERCEPT std::uint32_t arc4random() noexcept {
    return is_controlled() ? next_number() : real_arc4random()();
}

HEDDLE_INTERCEPT void arc4random_buf(void* to, std::size_t size) noexcept {
    is_controlled() ? fill(to, size) : real_arc4random_buf()(to, size);
}

HEDDLE_INTERCEPT std::uint32_t arc4random_uniform(std::uint32_t bound) noexcept {
    if (!is_controlled()) return real_arc4random_uniform()(bound);
    return bound < 2 ? 0 : next_number() % bound;
}

HEDDLE_INTERCEPT unsigned _ZNSt13random_device9_M_getvalEv(std::random_device* device) {
    return is_controlled() ? next_number() : real__ZNSt13random_device9_M_getvalEv()(device);
}
