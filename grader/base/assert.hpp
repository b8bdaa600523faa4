// A check that only a bug of ours can fail. Never for what a submission or the environment does.
#pragma once

namespace heddle::base {

// Prints the condition, its place and a request to report it, then aborts.
[[noreturn]] void assertion_failed(const char* condition, const char* file, int line) noexcept;

}  // namespace heddle::base

// Checked in every build type: a wrong verdict costs more than the check.
#define HEDDLE_ASSERT(condition) \
    ((condition) ? void(0) : ::heddle::base::assertion_failed(#condition, __FILE__, __LINE__))
