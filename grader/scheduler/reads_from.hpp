// Which write each read saw, by place in the code: what tells two schedules apart that matter
// (reads-from equivalence; Wolff et al., "Greybox Fuzzing for Concurrency Testing", ASPLOS 2024,
// section 3). A lock is written by its release and read by who takes it next.
#pragma once

#include <array>
#include <cstdint>

#include "scheduler/address_table.hpp"

namespace heddle::scheduler {

// A place in the code of the program under test, as a hash; 0 is nowhere.
using Place = std::uint64_t;

// A read at one place saw what was written at another.
struct ReadsFrom {
    std::uint64_t address = 0;
    Place write = 0;  // 0: nobody wrote before
    Place read = 0;

    bool operator==(const ReadsFrom&) const = default;
};

// Where each address was last written.
class LastWrites {
  public:
    // 0 where nobody has written, or where more was written than fits.
    Place at(std::uint64_t address) const;
    void set(std::uint64_t address, Place place);

  private:
    static constexpr std::size_t capacity = 1U << 13U;

    AddressTable<capacity> table_;
    std::array<Place, capacity> places_ = {};  // by number; that of 0 stays 0
};

// Which addresses several threads use, so that what they read depends on the schedule.
class Sharing {
  public:
    void used(std::uint64_t address, std::uint32_t thread);

    // Also true where more was used than fits.
    bool is_shared(std::uint64_t address) const;

  private:
    static constexpr std::size_t capacity = 1U << 13U;
    static constexpr std::uint16_t several = UINT16_MAX;

    AddressTable<capacity> table_;
    std::array<std::uint16_t, capacity> users_ = {};  // by number: 0, a thread + 1, or several
};

}  // namespace heddle::scheduler
