// Reads what a failed compiler or linker printed, gcc's and clang's alike.
#pragma once

#include "build/failure.hpp"
#include "build/stage.hpp"
#include "process/runner.hpp"

namespace heddle::build {

// A BuildError when the student's code is at fault, else an Error: the compiler crashed, the disk
// is full, time ran out. `tool` must have failed.
Failure explain_failure(const process::Completed& tool, const Staged& staged);

}  // namespace heddle::build
