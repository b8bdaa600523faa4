// How the grader and a test binary speak: three descriptors and a shared
// record (scheduler/record.hpp). Both ends are built together; there are no
// versions.
//
//   grader → binary, control:  the nonce, then Requests: of a test binary `open` with the length
//   and
//                              the bytes of a case's name, then `run` for each schedule, then
//                              `close`; somebody's own program has no cases to open
//   binary → grader, status:   one Status for each `run`, with the nonce
//   --list                     lines "name\ttags\n" on status instead
//
// What the student predicted of the program goes along in a variable of its own, as values: the
// four lines "bottleneck", "counter", "gain" and "problem", each of which may be empty.
#pragma once

#include <array>
#include <cstdint>

namespace heddle::scheduler {

using Nonce = std::array<std::uint8_t, 16>;

struct Descriptors {
    int record = -1;  // a memory file that holds one scheduler::Record
    int control = -1;
    int status = -1;
};

// The environment variable that carries them: "record,control,status".
constexpr const char* descriptors_variable = "HEDDLE_HARNESS";

// The environment variable that carries the prediction; not there where the exercise asks for none.
constexpr const char* prediction_variable = "HEDDLE_PREDICTION";

// The loader's: all functions of shared libraries are found at once, not by each schedule anew.
constexpr const char* bind_now_variable = "LD_BIND_NOW";

enum class Request : std::uint8_t { open = 'o', run = 'r', close = 'c' };

using NameLength = std::uint16_t;

struct Status {
    Nonce nonce = {};
    std::int32_t wait_status = 0;  // as waitpid gives it
    std::int32_t completions = 0;  // valid completion records; exactly one is honest
    std::int32_t stray_bytes = 0;  // anything else on the completion pipe
};

}  // namespace heddle::scheduler
