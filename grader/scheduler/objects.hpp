// Numbers for addresses, by first use: the same in every run of a schedule,
// whatever the loader and the allocator do.
#pragma once

#include <array>
#include <cstdint>

#include "scheduler/record.hpp"

namespace heddle::scheduler {

class Objects {
  public:
    // One more than the largest number. A schedule has fewer steps than this.
    static constexpr std::size_t capacity = 1U << 15U;

    // The number of the object at `address`; a new one at first sight. 0 for address 0, and when
    // the table is full.
    ObjectId id_of(std::uint64_t address);

    bool is_full() const { return count_ + 1 == capacity; }

  private:
    struct Slot {
        std::uint64_t address = 0;
        ObjectId id = 0;
    };
    std::array<Slot, capacity> slots_ = {};
    ObjectId count_ = 0;
};

}  // namespace heddle::scheduler
