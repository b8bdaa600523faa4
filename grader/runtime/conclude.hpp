// The one way a schedule ends: what happened goes into the record, the
// completion record onto its pipe, and the process is gone. Nothing is unwound
// and no destructor runs, so the student's code can't speak after the verdict.
#pragma once

#include <string_view>

#include "scheduler/record.hpp"

namespace heddle::runtime {

// Ends the process with this ending, unless the schedule has an ending already.
[[noreturn]] void conclude(scheduler::Ending ending, std::string_view message = {});

// The engine found nobody to run: it has set the ending; the blocked threads are described.
[[noreturn]] void conclude_stuck();

// Turns a completed schedule that has lost memory into a memory error, "leak". Null but in `asan`.
[[gnu::weak]] void look_for_leaks();

// Keeps a named finding in the record; the schedule goes on. At most max_evidence are kept.
void add_evidence(std::string_view id, std::string_view message);

}  // namespace heddle::runtime
