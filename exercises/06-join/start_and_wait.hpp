#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <vector>

#include "heddle/lab.hpp"
#include "heddle/thread.hpp"

/// Which of the threads have ended, and which are still alive: their places in the list, from 0.
struct Waited {
    std::vector<std::size_t> ended;
    std::vector<std::size_t> alive;
};

/// Starts all `threads`, waits until they have ended, but for no longer than `budget` all together,
/// and says what has become of each. None of the pointers is null, and nobody has started any of
/// the threads. They belong to the caller: whoever is alive goes on when this has returned.
Waited start_and_wait(std::span<const std::unique_ptr<heddle::Thread>> threads,
                      heddle::Ticks budget);
