#include "cli/commands.hpp"

#include <array>

namespace heddle::cli {

std::span<const Command* const> all_commands() {
    static constexpr std::array<const Command*, 11> commands = {
        &check_command,    &list_command,    &hint_command,    &reset_command,
        &solution_command, &replay_command,  &profile_command, &explore_command,
        &verify_command,   &release_command, &doctor_command,
    };
    return commands;
}

}  // namespace heddle::cli
