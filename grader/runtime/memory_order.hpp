// The memory order of an atomic operation as a compiler hands it to a hook: __ATOMIC_RELAXED and so
// on, where gcc keeps hints to the processor in the bits above (lock elision). What follows from an
// order is for others to say.
#pragma once

namespace heddle::runtime {

using MemoryOrder = int;

constexpr MemoryOrder without_hints(MemoryOrder order) {
    return order & 0xff;
}

}  // namespace heddle::runtime
