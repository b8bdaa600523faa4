#include "agreement.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "explore/choices.hpp"
#include "explore/portfolio.hpp"
#include "explore/program.hpp"
#include "explore/symbols.hpp"

namespace heddle::litmus {
namespace {

using base::Expected;
using scheduler::Record;

constexpr std::uint64_t seed = 1;

// One flavour of one program, and the names of its lines.
struct Side {
    explore::Program program;
    explore::Symbols symbols;
};

Expected<Side> open(const std::filesystem::path& binary, const std::filesystem::path& source) {
    std::string name = source.stem().string();
    std::replace(name.begin(), name.end(), '_', ' ');
    auto program = explore::Program::start(binary, name, 0);
    if (!program) return base::fail(program.error());
    auto symbols = explore::Symbols::open(binary, {source.filename().string()});
    if (!symbols) return base::fail(symbols.error());
    return Side{std::move(*program), std::move(*symbols)};
}

// The innermost and the outermost of the program's own lines.
std::string line_of(explore::Symbols& symbols, const scheduler::Stack& stack) {
    const auto place = symbols.place_of(stack);
    return place ? std::to_string(place->line.line) : "elsewhere";
}

std::string lines_of(explore::Symbols& symbols, const scheduler::Report& race) {
    return fmt::format("{} and {}", line_of(symbols, race.stacks[1]),
                       line_of(symbols, race.stacks[0]));
}

Expected<std::string> race_in_hunt(Side& side, const explore::Replayable& schedule,
                                   std::uint32_t earlier_access) {
    scheduler::Command command = schedule.command;
    command.earlier_access = earlier_access;
    const auto run = side.program.run(command, schedule.choices);
    if (!run) return base::fail(run.error());
    return lines_of(side.symbols, (*run)->race);
}

// Objects have other numbers where an allocator gives an address out again: only the threads of the
// choices are followed.
Expected<std::string> race_in_tsan(Side& side, const explore::Replayable& schedule) {
    scheduler::Command command = schedule.command;
    command.strategy = scheduler::StrategyKind::guide;
    const auto run = side.program.run(command, schedule.choices);
    if (!run) return base::fail(run.error());
    const Record& record = **run;
    if (std::string_view(record.report.kind.data()).empty()) return "none";
    // What was given back first is a race to us, and to ThreadSanitizer a "heap-use-after-free".
    const bool is_race = record.ending == scheduler::Ending::data_race ||
                         record.ending == scheduler::Ending::memory_error;
    if (!is_race) return std::string(record.report.kind.data());
    return lines_of(side.symbols, record.report);
}

// With the points that both flavours have.
scheduler::Command command_of(int index, std::uint32_t length) {
    scheduler::Command command =
        explore::command_for(model::Flavour::tsan, explore::Clock::ignored, seed,
                             static_cast<std::uint32_t>(index), length);
    command.races = scheduler::Races::looked_for;
    return command;
}

}  // namespace

Expected<Agreement> compare(const Binaries& binaries, const std::filesystem::path& source,
                            int schedules) {
    auto hunt = open(binaries.hunt, source);
    if (!hunt) return base::fail(hunt.error());
    auto tsan = open(binaries.tsan, source);
    if (!tsan) return base::fail(tsan.error());
    Agreement agreement;
    std::uint32_t length = 0;
    for (int i = 0; i < schedules; ++i) {
        const auto run = hunt->program.run(command_of(i, length));
        if (!run) return base::fail(run.error());
        if (i == 0) length = (*run)->steps;
        const auto schedule = explore::replayable(model::Flavour::hunt, **run);
        const std::uint32_t earlier = (*run)->earlier_access;
        const auto seen =
            earlier == 0 ? Expected<std::string>("none") : race_in_hunt(*hunt, schedule, earlier);
        if (!seen) return base::fail(seen.error());
        const auto judged = race_in_tsan(*tsan, schedule);
        if (!judged) return base::fail(judged.error());
        ++agreement.schedules;
        if (*seen != *judged) agreement.disagreements.push_back({i + 1, *seen, *judged});
        if (*seen == *judged && earlier != 0) ++agreement.races;
    }
    return agreement;
}

}  // namespace heddle::litmus
