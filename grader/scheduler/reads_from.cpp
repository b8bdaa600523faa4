#include "scheduler/reads_from.hpp"

namespace heddle::scheduler {

Place LastWrites::at(std::uint64_t address) const {
    return places_[table_.find(address)];
}

void LastWrites::set(std::uint64_t address, Place place) {
    if (address == 0) return;
    if (const std::uint32_t number = table_.number_of(address)) places_[number] = place;
}

bool LastWrites::is_shared_with(std::uint32_t thread, std::uint64_t address) {
    const std::uint32_t number = table_.number_of(address);
    if (number == 0) return true;
    const auto user = static_cast<std::uint16_t>(thread + 1);
    if (users_[number] == 0) users_[number] = user;
    if (users_[number] != user) users_[number] = several;
    return users_[number] == several;
}

}  // namespace heddle::scheduler
