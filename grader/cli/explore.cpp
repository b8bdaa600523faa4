#include <array>

#include "base/text.hpp"
#include "cli/commands.hpp"
#include "cli/fail.hpp"
#include "cli/output_file.hpp"
#include "cli/terminal.hpp"
#include "report/exploration.hpp"
#include "report/player.hpp"

namespace heddle::cli {
namespace {

constexpr std::uint64_t most_schedules = 1'000'000;

constexpr std::array<Option, 9> options = {{
    {"FILE", "", &Arguments::files, Need::required,
     "A program's C or C++ files; after --, what its main is given"},
    {"--schedules", "N", &Arguments::schedules, Need::optional, "How many to try; 300"},
    {"--strategy", "NAME", &Arguments::strategy, Need::optional,
     "How to choose: PCT, exhaustive or another; all in turns"},
    {"--seed", "N", &Arguments::seed, Need::optional, "Other schedules; 0"},
    {"--cflags", "FLAGS", &Arguments::compiler_flags, Need::optional,
     "For compiler and linker, in one pair of quotes"},
    {"--replay", "CHOICES", &Arguments::choices, Need::optional,
     "Run one schedule again: what --json wrote, or its \"choices\""},
    {"--json", "FILE", &Arguments::json, Need::optional,
     "Write what was found; - is standard output"},
    {"--html", "FILE", &Arguments::html, Need::optional,
     "A page for a browser that plays it; - is standard output"},
    compiler_option,
}};

base::Expected<session::ExploreRequest> request_from(const Arguments& arguments) {
    session::ExploreRequest request;
    request.files.assign(arguments.files.begin(), arguments.files.end());
    const auto flags = base::shell_words(arguments.compiler_flags.value_or(""));
    if (!flags)
        return base::fail({"a quote is not closed", "--cflags " + *arguments.compiler_flags,
                           "Each ' or \" needs a second one, as in a shell."});
    request.flags = *flags;
    request.arguments = arguments.program_arguments;
    request.seed = arguments.seed.value_or(request.seed);
    request.choices = arguments.choices;
    request.strategy = arguments.strategy;
    if (!arguments.schedules) return request;
    if (*arguments.schedules == 0 || *arguments.schedules > most_schedules)
        return base::fail({"--schedules must be from 1 to 1,000,000", "",
                           "300, what it is without, takes a second or two."});
    request.schedules = static_cast<int>(*arguments.schedules);
    return request;
}

// Deterministic: the same command finds the same.
std::string again(const Arguments& arguments) {
    std::string command = "./heddle explore";
    for (const std::string& file : arguments.files)
        command += " " + base::shell_word(file);
    if (arguments.schedules) command += " --schedules " + std::to_string(*arguments.schedules);
    if (arguments.strategy) command += " --strategy " + base::shell_word(*arguments.strategy);
    if (arguments.seed) command += " --seed " + std::to_string(*arguments.seed);
    if (arguments.compiler_flags)
        command += " --cflags " + base::shell_word(*arguments.compiler_flags);
    if (arguments.choices) command += " --replay " + base::shell_word(*arguments.choices);
    if (!arguments.compiler.empty())
        command += " --compiler " + base::shell_word(arguments.compiler);
    if (!arguments.program_arguments.empty()) command += " --";
    for (const std::string& argument : arguments.program_arguments)
        command += " " + base::shell_word(argument);
    return command;
}

int run(const Arguments& arguments, const Context& context) {
    const std::array<Wanted, 2> wanted = {{{"--json", arguments.json}, {"--html", arguments.html}}};
    const auto files = open_all(wanted, context.out);
    if (!files) return fail_with(context, files.error());
    const auto request = request_from(arguments);
    if (!request) return fail_with(context, request.error());
    const auto found = session::explore(context.place, *request);
    if (!found) return fail_with(context, found.error());

    std::FILE* const stream = page_stream(*files, context.out, context.err);
    report::Page page = page_for(stream);
    report::write_exploration(page, *found, again(arguments));
    print(stream, page);
    const auto written =
        write_if_wanted((*files)[0], [&] { return report::to_json(*found); }).and_then([&] {
            return write_if_wanted((*files)[1], [&] { return report::player_page(*found); });
        });
    if (!written) return fail_with(context, written.error());
    tell_written(stream, arguments.html);
    if (found->build) return exit_not_graded;
    return found->result.finding ? exit_not_full : exit_full;
}

}  // namespace

const Command explore_command = {"explore", "Try your own program's schedules, one by one", options,
                                 run};

}  // namespace heddle::cli
