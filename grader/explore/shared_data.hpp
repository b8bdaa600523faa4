// Which data a picture shows: those by which threads tell each other something.
#pragma once

#include <cstdint>
#include <set>
#include <vector>

#include "explore/observation.hpp"

namespace heddle::explore {

// Addresses of plain memory that several threads touch, one of them writing. Left out is what a
// thread wrote for those that it was about to create, and nobody changed later: mere arguments.
std::set<std::uint64_t> shared_addresses(const std::vector<ObservedStep>& steps);

}  // namespace heddle::explore
