// What a person is told of each thread: its name. Pure.
#pragma once

#include <string>
#include <vector>

#include "scheduler/record.hpp"

namespace heddle::explore {

// By the threads' numbers: the name that the program gave it, else "main" and "thread 1". Several
// of one name get their numbers besides: "worker #1", "worker #2".
std::vector<std::string> thread_names(const scheduler::Record& record);

}  // namespace heddle::explore
