// What failed in the environment or in our own input, as a value. It never lowers a score: whoever
// meets one says "not graded". What a submission got wrong is a model::Finding instead.
#pragma once

#include <string>
#include <tl/expected.hpp>

namespace heddle::base {

struct Error {
    std::string what;   // one sentence, without a full stop
    std::string where;  // "exercise.toml:3:9", a path, or "" where no place is to blame
    // What to do next, as an instruction; "" where nothing can be done. Names to choose from may
    // follow, one a line.
    std::string hint;
};

template <class T>
using Expected = tl::expected<T, Error>;

// For `return fail({"no compiler", "g++", "apt install g++"});` in a function that returns
// Expected.
inline tl::unexpected<Error> fail(Error error) {
    return tl::unexpected<Error>(std::move(error));
}

// "where: what" and, on a line of its own, the hint.
inline std::string to_string(const Error& error) {
    std::string text = error.where.empty() ? error.what : error.where + ": " + error.what;
    return error.hint.empty() ? text : text + "\n  " + error.hint;
}

// The system's words for an errno value, such as "No space left on device". Thread-safe.
std::string system_message(int error_number);

}  // namespace heddle::base
