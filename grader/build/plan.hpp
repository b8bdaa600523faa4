// How to compile and link, as CMake wrote it down in build/course.json: the grader knows no flag of
// its own. All paths are absolute.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "base/error.hpp"
#include "model/outcome.hpp"

namespace heddle::build {

using Arguments = std::vector<std::string>;

struct Compiler {
    std::string path;
    std::string id;       // "GNU" or "Clang"
    std::string version;  // "12.2.0"
};

struct ModePlan {
    Arguments compile;  // flags for a student's file
    Arguments pch;      // flags that use the precompiled header
    Arguments program;  // flags for a file of somebody's program, beside those of its language
};

struct FlavourPlan {
    Arguments link;       // flags for the linker, by way of the compiler
    Arguments trusted;    // objects of the harness, the runtime and the exercises' library
    Arguments program;    // those that somebody's program is linked with instead
    Arguments libraries;  // to stand last
};

struct Languages {
    Arguments cxx;
    Arguments c;
};

struct Plan {
    Compiler compiler;
    Languages languages;                             // what says so to the compiler
    std::string ld;                                  // joins objects
    std::string objcopy;                             // hides their symbols
    std::map<model::Mode, ModePlan> modes;           // one for each mode
    std::map<model::Flavour, FlavourPlan> flavours;  // one for each flavour
    std::map<std::string, std::map<model::Mode, Arguments>, std::less<>> tests;  // by exercise

    // The test objects of an exercise in a mode, or an Error when it was never set up.
    base::Expected<Arguments> tests_of(const std::string& exercise, model::Mode mode) const;
};

// Reads `build_folder`/course.json. An Error when set-up wasn't run or didn't finish.
base::Expected<Plan> read_plan(const std::filesystem::path& build_folder);

}  // namespace heddle::build
