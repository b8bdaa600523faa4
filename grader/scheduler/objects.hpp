// Numbers for addresses, by first use: the same in every run of a schedule,
// whatever the loader and the allocator do.
#pragma once

#include "scheduler/address_table.hpp"
#include "scheduler/record.hpp"

namespace heddle::scheduler {

// What an address is of, in its highest byte. A process other than the first has its number below
// that, in bits 48 to 55: the same private address means something else in each.
enum class Space : std::uint64_t {
    memory = 0,
    shared_memory = 1,
    pipe = 2,
    socket = 3,
    process = 4,
};

constexpr std::uint64_t address_in(Space space, std::uint64_t number) {
    return static_cast<std::uint64_t>(space) << 56U | (number & ((std::uint64_t{1} << 56U) - 1));
}
constexpr Space space_of(std::uint64_t address) {
    return static_cast<Space>(address >> 56U);
}

class Objects {
  public:
    // One more than the largest number. A schedule has fewer steps than this.
    static constexpr std::size_t capacity = 1U << 15U;

    // The number of the object at `address`; a new one at first sight. 0 for address 0, and when
    // the table is full.
    ObjectId id_of(std::uint64_t address) { return address == 0 ? 0 : table_.number_of(address); }

    bool is_full() const { return table_.is_full(); }

  private:
    AddressTable<capacity> table_;
};

}  // namespace heddle::scheduler
