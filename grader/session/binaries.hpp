// Builds the three programs of a submission, in the order in which they are
// wanted: `hunt` first; the others, with the proof that they speak, behind its
// back.
#pragma once

#include <filesystem>
#include <map>

#include "build/builder.hpp"
#include "gate/inspect.hpp"
#include "session/course.hpp"

namespace heddle::session {

using Binaries = std::map<model::Flavour, std::filesystem::path>;

struct Refused {
    std::string file;
    gate::Violation violation;
};

struct HuntBuild {
    std::optional<Refused> refused;  // then there is no program
    std::filesystem::path program;
    std::filesystem::path joined;  // the student's code, for the other flavour of the same mode
};

struct OtherBuilds {
    std::optional<Refused> refused;  // then there are no programs
    Binaries programs;
    std::map<model::Flavour, base::Expected<void>> speaks;  // see prove_sanitizer()
};

// Compiles, inspects and links `hunt`; blocks.
build::Built<HuntBuild> build_hunt(const Course& course, const build::Staged& staged);

// Links `tsan` from what hunt's build left; compiles, inspects and links `asan`; asks both whether
// they report mistakes. Blocks; meant for a thread.
build::Built<OtherBuilds> build_others(const Course& course, const build::Staged& staged,
                                       const std::filesystem::path& joined);

}  // namespace heddle::session
