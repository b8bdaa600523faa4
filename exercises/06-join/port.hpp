// What the tests of exercise 06 see of a submission. Waited is the contract's, and so is its
// header.
#pragma once

#include "start_and_wait.hpp"

namespace heddle::port {

/// The student's start_and_wait, called straight through.
Waited start_and_wait(std::span<const std::unique_ptr<Thread>> threads, Ticks budget);

}  // namespace heddle::port
