// A trace as lines of text that name their thread: for pages whose letters aren't of one width, and
// for readers that read aloud. Pure.
#pragma once

#include <string>
#include <vector>

#include "report/picture.hpp"

namespace heddle::report {

// "Thread-1: load hits_ → 0 (hit_counter.hpp:9)" for each row of the picture, with the virtual time
// where it passes; below them who waits for whom. One line each once cleaned, which is left to the
// caller.
std::vector<std::string> interleaving(const model::Trace& trace, const Picture& picture);

}  // namespace heddle::report
