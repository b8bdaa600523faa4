// From what was typed to a command and its arguments, by the commands' tables. Pure but for --help.
#pragma once

#include <string>
#include <variant>

#include "base/error.hpp"
#include "cli/command.hpp"

namespace heddle::cli {

// Nothing was asked for but what heddle can do.
struct HelpText {
    std::string text;
};

// Nothing but which Heddle this is.
struct VersionAsked {};

struct Chosen {
    const Command* command = nullptr;  // null: none was named
    Arguments arguments;
};

// An Error for what no table knows; its hint offers the nearest command.
base::Expected<std::variant<Chosen, HelpText, VersionAsked>> parse(int argc,
                                                                   const char* const* argv);

}  // namespace heddle::cli
