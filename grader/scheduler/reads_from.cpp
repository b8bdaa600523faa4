#include "scheduler/reads_from.hpp"

namespace heddle::scheduler {

Place LastWrites::at(std::uint64_t address) const {
    return places_[table_.find(address)];
}

void LastWrites::set(std::uint64_t address, Place place) {
    if (address == 0) return;
    if (const std::uint32_t number = table_.number_of(address)) places_[number] = place;
}

void Sharing::used(std::uint64_t address, std::uint32_t thread) {
    std::uint16_t& users = users_[table_.number_of(address)];
    const auto user = static_cast<std::uint16_t>(thread + 1);
    users = users == 0 || users == user ? user : several;
}

bool Sharing::is_shared(std::uint64_t address) const {
    const std::uint32_t number = table_.find(address);
    return number == 0 || users_[number] == several;
}

}  // namespace heddle::scheduler
