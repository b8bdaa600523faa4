// Turns a staged folder into programs, a step at a time, so that the first flavour can run while
// another mode still compiles. Blocks while the tools run; interrupting the runner interrupts it.
// Several builders may work on one staged folder at once as long as each has a mode of its own.
#pragma once

#include <filesystem>

#include "build/failure.hpp"
#include "build/object_store.hpp"
#include "build/plan.hpp"
#include "build/stage.hpp"
#include "build/tools.hpp"

namespace heddle::build {

class Builder {
  public:
    // The first three must outlive the builder. Nothing else may run on `runner` during a call.
    Builder(const Plan& plan, const Staged& staged, process::CommandRunner& runner,
            ObjectStore store = {});

    // Compiles the student's files and the port side by side and joins them into one object, which
    // shows only the port's symbols. Returns its path.
    Built<std::filesystem::path> compile(model::Mode mode);

    // Links the joined object of the flavour's mode with the tests. Returns the program's path.
    Built<std::filesystem::path> link(model::Flavour flavour, const std::filesystem::path& joined);

    // Where compile() leaves the object of one source.
    std::filesystem::path object_of(model::Mode mode, const std::string& source) const;

  private:
    Built<void> compile_sources(model::Mode mode);
    std::string key_of(model::Mode mode, const std::string& source) const;
    process::Command compile_command(model::Mode mode, const std::string& source) const;
    Built<void> refuse_main(model::Mode mode) const;
    Built<std::filesystem::path> join(model::Mode mode);

    const Plan& plan_;
    const Staged& staged_;
    Tools tools_;
    ObjectStore store_;
};

}  // namespace heddle::build
