#include "scheduler/reads_from.hpp"

namespace heddle::scheduler {

Place LastWrites::at(std::uint64_t address) const {
    return places_[table_.find(address)];
}

void LastWrites::set(std::uint64_t address, Place place) {
    if (address == 0) return;
    if (const std::uint32_t number = table_.number_of(address)) places_[number] = place;
}

}  // namespace heddle::scheduler
