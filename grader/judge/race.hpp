// Two accesses that nothing orders, found again in an observation: vector clocks
// over the recorded steps (Flanagan & Freund, PLDI 2009, section 2). The verdict
// is ThreadSanitizer's; this only tells what both threads held and saw.
#pragma once

#include <vector>

#include "explore/observation.hpp"

namespace heddle::judge {

// `first` happened before `second` in this schedule, by luck.
struct Race {
    const explore::Observation* in = nullptr;
    const explore::ObservedStep* first = nullptr;
    const explore::ObservedStep* second = nullptr;
};

// True for a store, a write, and a read-modify-write that took effect.
bool writes(const scheduler::Step& step);

// True for loads and reads; a read-modify-write does both.
bool reads(const scheduler::Step& step);

// True for an access to an atomic object.
bool is_atomic(const scheduler::Step& step);

bool overlap(const scheduler::Step& a, const scheduler::Step& b);

// Pairs of unordered, conflicting accesses, one for each pair of threads and lines, in the order of
// the second. Memory that was freed and given to another thread may look shared.
std::vector<Race> races_in(const explore::Observation& observation);

// Those among `races` on the datum that a report of ThreadSanitizer names by its two places; the
// pair it named comes first. Empty when the report can't be found again.
std::vector<Race> races_reported(const std::vector<Race>& races,
                                 const explore::Observation& report);

}  // namespace heddle::judge
