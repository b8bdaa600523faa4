// Builds somebody's whole program, in C or C++, main and all, to be run under the scheduler. The
// files are read where they lie; nothing is written beside them.
#pragma once

#include <filesystem>
#include <vector>

#include "build/tools.hpp"

namespace heddle::build {

// Names the files of a program to be built in `output`: those given and the headers beside them,
// relative to the folder that holds all. An Error when one isn't there or isn't C or C++.
base::Expected<Staged> stage_program(const std::vector<std::filesystem::path>& files,
                                     const std::filesystem::path& output);

class ProgramBuilder {
  public:
    // All but `flags` must outlive the builder. Flags stand after our own: those that name
    // libraries and -Wl, are the linker's, the others the compiler's.
    ProgramBuilder(const Plan& plan, const Staged& staged, const Arguments& flags,
                   process::CommandRunner& runner);

    // Compiles the files and joins them into one object, which shows only main. Returns its path.
    Built<std::filesystem::path> compile(model::Mode mode);

    // Links the joined object. Returns the program's path.
    Built<std::filesystem::path> link(model::Flavour flavour, const std::filesystem::path& joined);

  private:
    Arguments language_of(const std::string& source) const;
    process::Command compile_command(model::Mode mode, const std::string& source) const;
    std::filesystem::path object_of(model::Mode mode, const std::string& source) const;

    const Plan& plan_;
    const Staged& staged_;
    Arguments compiler_flags_;
    Arguments linker_flags_;
    Tools tools_;
};

}  // namespace heddle::build
