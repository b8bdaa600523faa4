// Memory that is copied or filled by a call: compilers hand whole objects and
// arrays to the C library, which isn't instrumented. The race detector hears of
// it; a scheduling point it is not.
#include <algorithm>
#include <cstddef>
#include <cstring>

#include "runtime/control.hpp"
#include "runtime/races.hpp"
#include "runtime/real.hpp"

HEDDLE_REAL(memcpy)
HEDDLE_REAL(memmove)
HEDDLE_REAL(memset)

namespace heddle::runtime {
namespace {

// Of what is larger the beginning is enough: nearly always all of it is shared, or nothing.
constexpr std::size_t heard_of = 64 * 1024;

void writes(void* to, std::size_t size) {
    if (size == 0 || !is_controlled()) return;
    Inside inside;
    races::wrote(to, std::min(size, heard_of));
}

void copies(void* to, const void* from, std::size_t size) {
    if (size == 0 || !is_controlled()) return;
    Inside inside;
    races::read(from, std::min(size, heard_of));
    races::wrote(to, std::min(size, heard_of));
}

}  // namespace
}  // namespace heddle::runtime

using namespace heddle::runtime;

HEDDLE_INTERCEPT void* memcpy(void* to, const void* from, std::size_t size) noexcept {
    copies(to, from, size);
    return real_memcpy()(to, from, size);
}

HEDDLE_INTERCEPT void* memmove(void* to, const void* from, std::size_t size) noexcept {
    copies(to, from, size);
    return real_memmove()(to, from, size);
}

HEDDLE_INTERCEPT void* memset(void* at, int value, std::size_t size) noexcept {
    writes(at, size);
    return real_memset()(at, value, size);
}
