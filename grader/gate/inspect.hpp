// What a submission's object may not hold, though it compiled: names that belong to the grader, and
// code that would run before the grader's own. Not a jail: it keeps honest mistakes and short cuts
// out.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "base/error.hpp"

namespace heddle::gate {

struct Violation {
    std::string what;  // one sentence, names the symbol or the section
    std::string why;
};

// Whether the code may call the grader's hooks: ports do, students' files don't.
enum class Hooks { allowed, refused };

// The first violation in an object as the compiler wrote it; nothing when it may be linked. An
// Error when it can't be read.
base::Expected<std::optional<Violation>> inspect(const std::filesystem::path& object, Hooks hooks);

}  // namespace heddle::gate
