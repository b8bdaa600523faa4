// Random numbers of the system, the same in every schedule: what depends on them comes back in a
// replay, as what depends on the clock does.
#pragma once

namespace heddle::runtime {

// Whether the path is one of the devices that give random numbers without end.
bool is_random_device(const char* path);

// What stands for such a device: a file with 64 KB of numbers. Negative, with errno, when there is
// none to be had.
int open_random_numbers(int flags);

}  // namespace heddle::runtime
