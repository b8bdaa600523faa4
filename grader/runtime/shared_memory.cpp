#include "runtime/shared_memory.hpp"

#include <fcntl.h>
#include <semaphore.h>
#include <sys/mman.h>
#include <sys/shm.h>
#include <sys/stat.h>
#include <sys/syscall.h>

#include <algorithm>
#include <cstdarg>
#include <cstring>

#include "runtime/conclude.hpp"
#include "runtime/control.hpp"
#include "runtime/races.hpp"
#include "runtime/raw_syscall.hpp"
#include "runtime/real.hpp"
#include "runtime/shared_state.hpp"

HEDDLE_REAL(mmap)
HEDDLE_REAL(munmap)
HEDDLE_REAL(shmat)

HEDDLE_REAL(sem_open)

namespace heddle::runtime {
namespace {

using scheduler::address_in;
using scheduler::Space;

constexpr unsigned process_shift = 48;
constexpr unsigned object_shift = 44;

struct Mapping {
    std::uint64_t begin = 0;
    std::uint64_t end = 0;  // 0: unused
    std::uint64_t key = 0;  // of the first byte
};

constexpr std::size_t max_mappings = 64;
constinit std::array<Mapping, max_mappings> mappings = {};  // a child has a copy of its parent's
constinit std::size_t mapping_count = 0;  // those behind are unused; some before may be
constinit bool is_address_enough = true;  // one process, and nothing that another could share

std::uint64_t number_of(const volatile void* address) {
    return reinterpret_cast<std::uint64_t>(address);
}

// By order of first use, so that it is the same in every run.
std::uint64_t number_of_object(std::uint64_t identity) {
    auto& known = shared().shared_objects;
    for (std::size_t i = 0; i < known.size(); ++i) {
        if (known[i] == 0) known[i] = identity;
        if (known[i] == identity) return i + 1;
    }
    conclude(scheduler::Ending::unsupported, "more than 64 shared mappings in one case");
}

Mapping& unused_mapping() {
    for (std::size_t i = 0; i < mappings.size(); ++i) {
        if (mappings[i].end != 0) continue;
        mapping_count = std::max(mapping_count, i + 1);
        return mappings[i];
    }
    conclude(scheduler::Ending::unsupported, "more than 64 shared mappings in one case");
}

void forget(std::uint64_t begin, std::uint64_t end) {
    for (Mapping& each : mappings) {
        if (each.begin >= begin && each.end <= end) each = {};
    }
}

// Anonymous memory is shared with nobody but the children to come.
std::uint64_t identity_of_mapping(int flags, int descriptor) {
    if ((flags & MAP_ANONYMOUS) == 0) return identity_of_file(descriptor);
    return ~std::uint64_t{shared().anonymous_mappings++};
}

}  // namespace

std::uint64_t key_of(const volatile void* object) {
    const std::uint64_t address = number_of(object);
    if (is_address_enough || address == 0) return address;
    for (std::size_t i = 0; i < mapping_count; ++i) {
        const Mapping& each = mappings[i];
        if (address >= each.begin && address < each.end) return each.key + (address - each.begin);
    }
    return address | std::uint64_t{this_process()} << process_shift;
}

void become_copy() {
    is_address_enough = false;
}

void note_shared(const void* begin, std::size_t size, std::uint64_t identity,
                 std::uint64_t offset) {
    const std::uint64_t first = number_of(begin);
    forget(first, first + size);
    const std::uint64_t object = number_of_object(identity) << object_shift;
    unused_mapping() = {first, first + size, address_in(Space::shared_memory, object + offset)};
    is_address_enough = false;
}

std::uint64_t identity_of_file(int descriptor) {
    struct stat seen = {};
    raw_syscall(SYS_fstat, descriptor, reinterpret_cast<long>(&seen));
    return identity_of(seen.st_dev, seen.st_ino);
}

std::uint64_t identity_of(std::uint64_t device, std::uint64_t number) {
    return (device << 40U ^ number) + 1;
}

}  // namespace heddle::runtime

using namespace heddle::runtime;

HEDDLE_INTERCEPT void* mmap(void* hint, std::size_t size, int protection, int flags, int descriptor,
                            off_t offset) noexcept {
    void* const mapped = real_mmap()(hint, size, protection, flags, descriptor, offset);
    if (mapped != MAP_FAILED && is_controlled()) {
        Inside inside;
        races::began(mapped, size);
    }
    const bool is_shared = (flags & MAP_TYPE) == MAP_SHARED || (flags & MAP_TYPE) == 3;
    if (is_shared && mapped != MAP_FAILED && is_controlled()) {
        Inside inside;
        note_shared(mapped, size, identity_of_mapping(flags, descriptor),
                    static_cast<std::uint64_t>(offset));
    }
    return mapped;
}

HEDDLE_INTERCEPT void* mmap64(void* hint, std::size_t size, int protection, int flags,
                              int descriptor, off_t offset) noexcept {
    return mmap(hint, size, protection, flags, descriptor, offset);
}

HEDDLE_INTERCEPT int munmap(void* begin, std::size_t size) noexcept {
    if (is_controlled()) forget(number_of(begin), number_of(begin) + size);
    return real_munmap()(begin, size);
}

HEDDLE_INTERCEPT void* shmat(int id, const void* hint, int flags) noexcept {
    void* const mapped = real_shmat()(id, hint, flags);
    if (mapped != reinterpret_cast<void*>(-1L) && is_controlled()) {
        Inside inside;
        shmid_ds described = {};
        raw_syscall(SYS_shmctl, id, IPC_STAT, reinterpret_cast<long>(&described));
        constexpr std::uint64_t of_system_v = std::uint64_t{1} << 62U;
        note_shared(mapped, described.shm_segsz, of_system_v | static_cast<unsigned>(id));
    }
    return mapped;
}

// A named semaphore lies in a file that the C library maps for itself.
HEDDLE_INTERCEPT sem_t* sem_open(const char* name, int flags, ...) noexcept {
    va_list list;
    va_start(list, flags);
    const auto mode = (flags & O_CREAT) != 0 ? va_arg(list, mode_t) : mode_t{0};
    const auto value = (flags & O_CREAT) != 0 ? va_arg(list, unsigned) : 0U;
    va_end(list);
    sem_t* const semaphore = real_sem_open()(name, flags, mode, value);
    if (semaphore != SEM_FAILED && is_controlled()) {
        Inside inside;
        std::uint64_t identity = std::uint64_t{1} << 61U;
        for (const char* c = name; *c != '\0'; ++c)
            identity = (identity ^ static_cast<unsigned char>(*c)) * 0x100000001b3U;
        note_shared(semaphore, sizeof *semaphore, identity | 1U);
    }
    return semaphore;
}
