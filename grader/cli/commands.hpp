// Every command, each in a file of its name.
#pragma once

#include <span>

#include "cli/command.hpp"

namespace heddle::cli {

extern const Command check_command;
extern const Command list_command;
extern const Command hint_command;
extern const Command reset_command;
extern const Command solution_command;
extern const Command replay_command;
extern const Command profile_command;
extern const Command explore_command;
extern const Command verify_command;
extern const Command release_command;
extern const Command doctor_command;

// In the order of help.
std::span<const Command* const> all_commands();

// What `heddle` does without a command: it says which files to open and what to type next.
int welcome(const Context& context);

}  // namespace heddle::cli
