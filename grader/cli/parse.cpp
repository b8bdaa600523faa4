#include "cli/parse.hpp"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cctype>
#include <charconv>
#include <memory>

#include "base/text.hpp"
#include "cli/commands.hpp"

namespace heddle::cli {
namespace {

using base::Error;

// CLI11 would read -1 as a large number.
std::string whole_number(const std::string& text) {
    std::uint64_t number = 0;
    const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (failure == std::errc::result_out_of_range) return text + " is too large";
    const bool is_whole = failure == std::errc() && end == text.data() + text.size();
    return is_whole ? "" : text + " is not a whole number from 0 up";
}

void bind(CLI::App& app, const Option& option, Arguments& arguments) {
    CLI::Option* const bound = std::visit(
        [&]<class T>(T Arguments::*member) {
            if constexpr (std::is_same_v<T, bool>) {
                return app.add_flag(option.name, arguments.*member, option.help);
            } else {
                return app.add_option(option.name, arguments.*member, option.help);
            }
        },
        option.slot);
    if (std::holds_alternative<std::optional<std::uint64_t> Arguments::*>(option.slot)) {
        bound->check(whole_number);
    }
    if (*option.value != '\0') bound->type_name(option.value);
    if (*option.name != '-') bound->type_name("");
    if (option.need == Need::required) bound->required();
}

std::unique_ptr<CLI::App> app_for(Arguments& arguments) {
    auto app = std::make_unique<CLI::App>("Heddle: a hands-on course in concurrency", "./heddle");
    app->set_help_flag("-h,--help", "Print this help");
    app->set_version_flag("--version", "", "Print the version, and the compiler that is used");
    const std::shared_ptr<CLI::FormatterBase> formatter =
        app->get_formatter();  // subcommands share it
    formatter->column_width(20);
    formatter->label("REQUIRED", "");
    formatter->label("SUBCOMMAND", "COMMAND");
    app->footer("Without a command, ./heddle says which files to open and what to type next.");
    app->require_subcommand(0, 1);
    for (const Command* const command : all_commands()) {
        CLI::App* const subcommand = app->add_subcommand(command->name, command->help);
        subcommand->group("Commands");
        for (const Option& option : command->options)
            bind(*subcommand, option, arguments);
    }
    return app;
}

const Command* command_named(std::string_view word) {
    const auto commands = all_commands();
    const auto found = std::find_if(commands.begin(), commands.end(),
                                    [word](const Command* one) { return one->name == word; });
    return found == commands.end() ? nullptr : *found;
}

Error unknown_command(const std::string& word) {
    const std::string what = fmt::format("there is no command \"{}\"", word);
    if (std::isdigit(static_cast<unsigned char>(word.front())) != 0) {
        return {what, "", fmt::format("Did you mean ./heddle check {}?", word)};
    }
    std::vector<std::string> names;
    for (const Command* const command : all_commands())
        names.emplace_back(command->name);
    const std::optional<std::string> nearest = base::nearest(word, names);
    return {what, "",
            nearest ? fmt::format("Did you mean ./heddle {}?", *nearest)
                    : "./heddle --help lists what there is."};
}

std::string command_line(const Command* command) {
    return command == nullptr ? "./heddle" : fmt::format("./heddle {}", command->name);
}

// CLI11's own words, fit for the middle of a sentence.
Error misuse(const CLI::ParseError& failure, const Command* command) {
    std::string what = failure.what();
    what = what.substr(0, what.find('\n'));
    return {what, "", command_line(command) + " --help shows how."};
}

Error unexpected(std::string word, const Command* command) {
    const std::string shows = command_line(command) + " --help shows how.";
    if (!word.starts_with('-'))
        return {fmt::format("\"{}\" is one word too many", word), "", shows};
    word = word.substr(0, word.find('='));
    std::vector<std::string> names;
    for (const Option& option : command == nullptr ? std::span<const Option>() : command->options)
        names.emplace_back(option.name);
    const std::optional<std::string> nearest = base::nearest(word, names);
    return {fmt::format("there is no option {}", word), "",
            nearest ? fmt::format("Did you mean {}? {}", *nearest, shows) : shows};
}

// "help check" is "check --help".
std::vector<const char*> as_option(int argc, const char* const* argv) {
    std::vector<const char*> words(argv, argv + argc);
    words.erase(words.begin() + 1);
    words.insert(words.begin() + std::min<std::ptrdiff_t>(2, std::ssize(words)), "--help");
    return words;
}

}  // namespace

base::Expected<std::variant<Chosen, HelpText, VersionAsked>> parse(int argc,
                                                                   const char* const* argv) {
    Chosen chosen;
    const std::string first = argc > 1 ? argv[1] : "";
    if (first == "help") {
        const std::vector<const char*> words = as_option(argc, argv);
        return parse(static_cast<int>(words.size()), words.data());
    }
    chosen.command = command_named(first);
    const bool is_word = !first.empty() && first.front() != '-';
    if (is_word && chosen.command == nullptr) return base::fail(unknown_command(first));

    // What stands after "--" is somebody's program's, not ours.
    const char* const* const end = argv + argc;
    const bool takes_a_program = chosen.command == &explore_command;
    const char* const* const ours =
        takes_a_program ? std::find(argv, end, std::string_view("--")) : end;
    if (ours != end) chosen.arguments.program_arguments.assign(ours + 1, end);

    const std::unique_ptr<CLI::App> app = app_for(chosen.arguments);
    try {
        app->parse(static_cast<int>(ours - argv), argv);
    } catch (const CLI::CallForHelp&) {
        return HelpText{app->help()};
    } catch (const CLI::CallForVersion&) {
        return VersionAsked{};
    } catch (const CLI::ExtrasError&) {
        return base::fail(unexpected(app->remaining(true).front(), chosen.command));
    } catch (const CLI::ParseError& failure) {
        return base::fail(misuse(failure, chosen.command));
    }
    return chosen;
}

}  // namespace heddle::cli
