#include "scheduler/reads_from.hpp"

namespace heddle::scheduler {

// Its own slot, or the free one that it would take. Half of them are free at least.
std::size_t LastWrites::slot_of(std::uint64_t address) const {
    std::size_t at = (address * 0x9e3779b97f4a7c15U) >> 50U;
    while (slots_[at].address != 0 && slots_[at].address != address)
        at = (at + 1) % capacity;
    return at;
}

Place LastWrites::at(std::uint64_t address) const {
    return slots_[slot_of(address)].place;
}

void LastWrites::set(std::uint64_t address, Place place) {
    if (address == 0) return;
    Slot& slot = slots_[slot_of(address)];
    if (slot.address == 0) {
        if (2 * count_ == capacity) return;
        ++count_;
    }
    slot = {address, place};
}

}  // namespace heddle::scheduler
