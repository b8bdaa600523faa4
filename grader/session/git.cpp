#include "session/git.hpp"

#include <algorithm>

#include "process/interrupt.hpp"

namespace heddle::session {
namespace {

// The date is that of this version, not of the day.
const std::vector<std::string> settings_of_ours = {
    "HOME=/nonexistent",
    "GIT_CONFIG_NOSYSTEM=1",
    "GIT_CONFIG_GLOBAL=/dev/null",
    "GIT_AUTHOR_NAME=Heddle",
    "GIT_AUTHOR_EMAIL=heddle@example.invalid",
    "GIT_AUTHOR_DATE=2026-11-25T00:00:00Z",
    "GIT_COMMITTER_NAME=Heddle",
    "GIT_COMMITTER_EMAIL=heddle@example.invalid",
    "GIT_COMMITTER_DATE=2026-11-25T00:00:00Z",
};

}  // namespace

Git::Git(std::filesystem::path folder, GitSettings settings)
    : folder_(std::move(folder)),
      environment_(process::plain_environment()),
      runner_(process::make_runner()) {
    if (settings == GitSettings::of_this_machine) return;
    std::erase_if(environment_, [](const std::string& each) { return each.starts_with("HOME="); });
    environment_.insert(environment_.end(), settings_of_ours.begin(), settings_of_ours.end());
}

base::Expected<std::string> Git::run(const std::vector<std::string>& words) {
    process::Command command;
    command.argv = {"git"};
    command.argv.insert(command.argv.end(), words.begin(), words.end());
    command.folder = folder_;
    command.environment = environment_;
    const auto done = process::run(*runner_, command);
    if (process::is_interrupted()) return base::fail(process::interrupted_error());
    if (!done) {
        return base::fail({"git can't be started", "", "Install it: sudo apt-get install git"});
    }
    if (done->status.is_success()) return done->output;
    return base::fail(
        {"git " + words.front() + " failed: " + done->errors.substr(0, done->errors.find('\n')),
         folder_.string(), "Do what git says, then try again."});
}

}  // namespace heddle::session
