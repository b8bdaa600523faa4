// Numbers addresses by first use: 1, 2, 3, … A schedule's process begins with no page of memory
// touched, and the first touch of each costs microseconds, more than a walk along a chain. So what
// belongs to few addresses lies close together: this table, and arrays by its numbers.
#pragma once

#include <array>
#include <cstdint>

namespace heddle::scheduler {

template <std::size_t Capacity>
class AddressTable {
    static_assert(Capacity % 16 == 0 && Capacity <= 1U << 16U);

  public:
    // 0 when it isn't known.
    std::uint32_t find(std::uint64_t address) const {
        std::uint32_t number = first_[hash(address)];
        while (number != 0 && known_[number - 1].address != address)
            number = known_[number - 1].next;
        return number;
    }

    // Its number, a new one at first sight; 0 when the table is full.
    std::uint32_t number_of(std::uint64_t address) {
        if (const std::uint32_t number = find(address)) return number;
        if (is_full()) return 0;
        std::uint16_t& first = first_[hash(address)];
        known_[count_] = {address, first};
        first = static_cast<std::uint16_t>(++count_);
        return count_;
    }

    // As soon as the last number is given: whoever asks is told before anything is lost.
    bool is_full() const { return count_ + 1 == Capacity; }

  private:
    struct Known {
        std::uint64_t address = 0;
        std::uint16_t next = 0;  // with the same hash; 0: none
    };

    static std::size_t hash(std::uint64_t address) {
        return (address * 0x9e3779b97f4a7c15U >> 32U) % (Capacity / 16);
    }

    std::uint32_t count_ = 0;
    std::array<std::uint16_t, Capacity / 16> first_ = {};
    std::array<Known, Capacity> known_ = {};
};

}  // namespace heddle::scheduler
