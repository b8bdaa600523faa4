// git, as a program in one folder. Belongs to one thread.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "base/error.hpp"
#include "process/runner.hpp"

namespace heddle::session {

// Whose settings hold: this machine's; or none, with an author and a date of our own, so that the
// same files make the same commit wherever and whenever.
enum class GitSettings { of_this_machine, none };

class Git {
  public:
    Git(std::filesystem::path folder, GitSettings settings);

    // Runs `git WORD…` and gives what it printed. The Error says what git said, or how to get it.
    base::Expected<std::string> run(const std::vector<std::string>& words);

  private:
    std::filesystem::path folder_;
    std::vector<std::string> environment_;
    std::unique_ptr<process::CommandRunner> runner_;
};

}  // namespace heddle::session
