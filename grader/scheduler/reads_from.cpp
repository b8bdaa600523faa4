#include "scheduler/reads_from.hpp"

namespace heddle::scheduler {

// Its own slot, or the free one that it would take. There always is a free one.
const LastWrites::Slot& LastWrites::slot_of(std::uint64_t address) const {
    std::size_t at = (address * 0x9e3779b97f4a7c15U) >> 50U;
    while (slots_[at].address != 0 && slots_[at].address != address)
        at = (at + 1) % capacity;
    return slots_[at];
}

Place LastWrites::at(std::uint64_t address) const {
    return slot_of(address).place;
}

void LastWrites::set(std::uint64_t address, Place place) {
    auto& slot = const_cast<Slot&>(slot_of(address));
    if (slot.address == 0) {
        if (count_ + 1 == capacity) return;
        ++count_;
    }
    slot = {address, place};
}

}  // namespace heddle::scheduler
