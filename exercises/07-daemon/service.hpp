// The parts that the service is put together from. You write service_main, in service.cpp.
#pragma once

#include <optional>
#include <string>

#include "heddle/lab.hpp"
#include "heddle/thread.hpp"

/// One heartbeat: tells whoever watches the service that it is alive. Returns at once. The
/// heartbeat calls it again and again, a second apart, and knows no end.
void beat();

/// Waits for the next line of the journal, for 2 seconds, and returns it; nothing when there are no
/// more. The writer calls it until then.
std::optional<std::string> next_record();

/// What main() would be if the service were a program: starts the heartbeat and the writer, each on
/// a thread of its own, and returns the exit code, 0. It need not wait for either.
int service_main(heddle::Journal& journal);
