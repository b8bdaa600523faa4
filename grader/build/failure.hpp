// Why no program came out: the student's code doesn't build (a verdict), or something else failed
// (not graded). The two never mix.
#pragma once

#include <string>
#include <tl/expected.hpp>
#include <variant>
#include <vector>

#include "base/error.hpp"

namespace heddle::build {

// One complaint of the compiler or linker.
struct Diagnostic {
    std::string file;  // relative to the staged folder; "" where none is known
    int line = 0;      // 0 where none is known
    int column = 0;    // likewise
    std::string message;

    bool operator==(const Diagnostic&) const = default;
};

struct BuildError {
    Diagnostic first;                // in the student's files, if any error leads there
    std::vector<Diagnostic> others;  // further errors in the student's files, in the same order
    std::string explanation;         // in plain words; "" where the message says enough
};

using Failure = std::variant<base::Error, BuildError>;

template <class T>
using Built = tl::expected<T, Failure>;

}  // namespace heddle::build
