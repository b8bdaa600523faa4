// What reports call a thread: the name that it was given last. No step, for nothing waits for it.
#pragma once

#include <string_view>

#include "scheduler/record.hpp"

namespace heddle::runtime {

// Cut where the record has no more room; an empty name is none.
void name_thread(scheduler::ThreadId thread, std::string_view name);

}  // namespace heddle::runtime
