// Which thread holds which lock, and for how long, as the steps of a trace tell it. Locks are known
// by name: of two with one name that a thread holds, the one taken last is given back first. Pure.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "model/trace.hpp"

namespace heddle::report {

struct Holding {
    model::ThreadIndex thread = 0;
    std::string lock;
    std::size_t from = 0;  // the step that took it
    std::size_t to = 0;    // the step that gave it back; the number of steps where none did
    std::size_t slot = 0;  // the lowest that none of the thread's other locks has meanwhile
};

// In the order in which they were taken.
std::vector<Holding> holdings_of(const model::Trace& trace);

}  // namespace heddle::report
