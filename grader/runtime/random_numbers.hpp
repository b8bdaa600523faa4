// The system's random numbers, the same in every schedule: what depends on them
// comes back in a replay, as what depends on the clock does. The system is
// asked all the same, so that it judges the call, and its numbers are replaced.
#pragma once

#include <cstddef>

namespace heddle::runtime {

// Whether it is /dev/urandom or /dev/random, by whatever name.
bool is_random_device(const char* path);
bool is_random_device(int descriptor);

// Puts the schedule's next numbers where the system's are. No detector hears of it.
void replace_random_numbers(void* at, std::size_t size);

}  // namespace heddle::runtime
