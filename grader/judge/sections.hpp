// Critical sections and accesses of an observation, as the rules about
// atomicity read them.
#pragma once

#include <vector>

#include "explore/observation.hpp"

namespace heddle::judge {

// What one thread did between taking a lock and giving it back. Indices into the steps.
struct Section {
    scheduler::ThreadId thread = 0;
    scheduler::ObjectId lock = 0;
    std::size_t begin = 0;              // the step that took it
    std::size_t end = 0;                // the first step without it; the number of steps if none
    std::vector<std::size_t> accesses;  // to memory, in the student's lines
};

// All sections, in the order in which they began.
std::vector<Section> sections_of(const explore::Observation& observation);

bool holds(const scheduler::Step& step, scheduler::ObjectId lock);

// True when both hold a lock, or both more, in common.
bool share_a_lock(const scheduler::Step& a, const scheduler::Step& b);

// True when another thread than `thread` changes the memory of `access` between two steps.
bool changed_by_another(const explore::Observation& observation, const scheduler::Step& access,
                        std::size_t after, std::size_t before);

}  // namespace heddle::judge
