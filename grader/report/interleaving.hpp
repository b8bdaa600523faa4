// A trace as lines of text that name their thread: for pages whose letters aren't of one width, and
// for readers that read aloud. Pure.
#pragma once

#include <string>
#include <vector>

#include "report/picture.hpp"

namespace heddle::report {

// "Thread-1: load hits_ → 0 (hit_counter.hpp:9)" for each row of the picture, below it who waits
// for whom. The place is told where it changes, the virtual time where it passes. Not cleaned.
std::vector<std::string> interleaving(const model::Trace& trace, const Picture& picture);

}  // namespace heddle::report
