// What the program has said it does about signals.
#pragma once

namespace heddle::runtime {

// Whether a write that nobody will read ends the process; not where the program ignores or handles
// SIGPIPE.
bool dies_of_broken_pipes();

}  // namespace heddle::runtime
