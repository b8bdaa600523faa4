// Numbers for addresses, by first use: the same in every run of a schedule,
// whatever the loader and the allocator do.
#pragma once

#include <array>
#include <cstdint>

#include "scheduler/record.hpp"

namespace heddle::scheduler {

class Objects {
public:
    // The number of the object at `address`; a new one at first sight. 0 for address 0, and when
    // the table is full (a program that synchronises on 16,000 objects).
    ObjectId id_of(std::uint64_t address);

    void clear() { *this = {}; }

private:
    static constexpr std::size_t capacity_ = 1U << 14U;
    struct Slot {
        std::uint64_t address = 0;
        ObjectId id = 0;
    };
    std::array<Slot, capacity_> slots_ = {};
    ObjectId count_ = 0;
};

}  // namespace heddle::scheduler
