// Whether the race detector of `hunt` and ThreadSanitizer see the same races of
// a program: both look at the same schedules, and name the same two lines.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "base/error.hpp"

namespace heddle::litmus {

struct Disagreement {
    int schedule = 0;  // 1-based
    std::string hunt;  // "12 and 20", by line, the earlier access first; "none"
    std::string tsan;  // the same
};

struct Agreement {
    int schedules = 0;
    int races = 0;  // schedules in which both saw one
    std::vector<Disagreement> disagreements;
};

struct Binaries {
    std::filesystem::path hunt;
    std::filesystem::path tsan;
};

// Blocks. An Error is the environment's.
base::Expected<Agreement> compare(const Binaries& binaries, const std::filesystem::path& source,
                                  int schedules);

}  // namespace heddle::litmus
