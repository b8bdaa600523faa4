// Compilers and linkers at work for one folder of sources, with limits on what they may take.
#pragma once

#include <vector>

#include "build/failure.hpp"
#include "build/plan.hpp"
#include "build/stage.hpp"
#include "process/runner.hpp"

namespace heddle::build {

Arguments operator+(Arguments left, const Arguments& right);

class Tools {
  public:
    // Both must outlive this. Nothing else may run on `runner` during a call.
    Tools(const Staged& staged, process::CommandRunner& runner)
        : staged_(staged), runner_(runner) {}

    // The tool as it is to be run in the folder, in English, within the limits.
    process::Command command(Arguments argv) const;

    // Runs all side by side; blocks. The results come in the commands' order.
    Built<std::vector<process::Completed>> run_all(const std::vector<process::Command>& commands);

    // Runs all side by side; blocks. The first that fails is explained.
    Built<void> run(const std::vector<process::Command>& commands);
    Built<void> run(Arguments argv) { return run(std::vector{command(std::move(argv))}); }

    // Runs a linker's command, and where it fails once more so that the failure names a line.
    Built<void> link(const Arguments& argv);

    // Hides what the joined object defines but for symbols that match one of the patterns, and sets
    // its global initialisers aside for the harness to run.
    Built<void> seal(const Plan& plan, const std::filesystem::path& joined, const Arguments& shown);

  private:
    const Staged& staged_;
    process::CommandRunner& runner_;
};

}  // namespace heddle::build
