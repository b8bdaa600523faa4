// The part of starting a child that runs between vfork and exec, in the grader's memory. Only
// calls that take no lock and allocate nothing, since another thread of the grader may be in the
// middle of either, and no write but to the Launch.
#pragma once

#include <vector>

#include "process/command.hpp"

namespace heddle::process {

// Everything the child needs, allocated before it begins. Refers to the command's strings.
struct Launch {
    explicit Launch(const Command& command);

    const Command& command;
    std::vector<char*> argv;
    std::vector<char*> environment;
    std::vector<Handover> handovers;  // those of the command, and stdin, stdout, stderr
    int failure = -1;                 // where to write errno when exec isn't reached
};

// Becomes the program. Writes errno to `failure` and exits with 127 when it can't.
[[noreturn]] void become(Launch& launch, pid_t parent);

}  // namespace heddle::process
