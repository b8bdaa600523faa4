// What a command is: a name, a table of options, and a function. Parsing knows the tables and
// nothing of the commands; a command knows its arguments and nothing of parsing.
#pragma once

#include <cstdint>
#include <cstdio>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "session/session.hpp"

namespace heddle::cli {

// Whatever a person may type after a command.
struct Arguments {
    std::vector<std::string> exercises;
    std::vector<std::string> files;
    std::vector<std::string> program_arguments;  // what stands after "--"
    std::string exercise;
    std::string case_name;
    std::string audience;
    std::string output_folder;
    std::string compiler;
    bool wants_all = false;
    bool wants_solutions = false;
    bool wants_visible_only = false;
    bool is_thorough = false;
    bool wants_sample = false;
    std::optional<std::string> submission;
    std::optional<std::uint64_t> seed;
    std::optional<std::uint64_t> schedules;
    std::optional<std::string> strategy;
    std::optional<std::string> compiler_flags;
    std::optional<std::string> choices;
    std::optional<std::string> json;
    std::optional<std::string> junit;
    std::optional<std::string> annotations;
    std::optional<std::string> summary;
    std::optional<std::string> svg;
    std::optional<std::string> html;
};

// Where an option's value goes. A bool is a flag without a value.
using Slot =
    std::variant<bool Arguments::*, std::string Arguments::*, std::vector<std::string> Arguments::*,
                 std::optional<std::string> Arguments::*,
                 std::optional<std::uint64_t> Arguments::*>;

enum class Need { optional, required };

struct Option {
    const char* name;   // "--seed", or "EX" for what stands without a dash
    const char* value;  // what help calls its value, "" for a flag or a positional
    Slot slot;
    Need need;
    const char* help;
};

// For each command that compiles. The launcher looks for it too, and sets up what it names.
inline constexpr Option compiler_option = {"--compiler", "NAME", &Arguments::compiler,
                                           Need::optional,
                                           "Compile with NAME: clang++, or a whole path"};

// What a command works with. Streams may be files in a test.
struct Context {
    session::Place place;
    std::FILE* out;
    std::FILE* err;
};

struct Command {
    const char* name;
    const char* help;
    std::span<const Option> options;
    int (*run)(const Arguments&, const Context&);  // gives the exit code
};

// Full marks; not; not graded or asked in a way that can't be answered; ended by Ctrl-C.
enum ExitCode : int {
    exit_full = 0,
    exit_not_full = 1,
    exit_not_graded = 2,
    exit_interrupted = 130
};

}  // namespace heddle::cli
