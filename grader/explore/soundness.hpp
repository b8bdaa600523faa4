// A program under test has the record of its schedule in its own memory and may scribble on it.
// This tells whether every number in it is one that the runtime can have written, before anybody
// trusts one.
#pragma once

#include "scheduler/record.hpp"

namespace heddle::explore {

bool is_sound(const scheduler::Record& record);

}  // namespace heddle::explore
