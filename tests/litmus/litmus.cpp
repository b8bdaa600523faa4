// Runs the programs of this folder under the portfolio's schedules.
//
//     litmus check FLAVOUR BINARY PROGRAM.cpp…     holds each to its first lines: expectation.hpp
//     litmus measure FLAVOUR BINARY PROGRAM.cpp…   how many schedules each mistake needs
//     litmus soak FLAVOUR BINARY PROGRAM.cpp…      10,000 schedules of right programs: false alarms
//     litmus agree HUNT TSAN PROGRAM.cpp…          the races of both flavours, in the same
//     schedules
//
// A bound is twice the worst that `measure` shows, with gcc or clang, and 1 where every schedule
// ends so. It moves a little with every change of a program or a strategy: reads-from follows
// places in the code.
#include <fmt/core.h>

#include <algorithm>
#include <functional>
#include <map>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "agreement.hpp"
#include "expectation.hpp"
#include "explore/search.hpp"

namespace {

using namespace heddle;
using litmus::Expectation;

constexpr std::uint64_t most_steps = 20'000'000;
constexpr explore::Budget hunt_budget = {100, most_steps};
constexpr explore::Budget tsan_budget = {20, most_steps};  // each strategy once
constexpr explore::Budget measured_budget = {1'000, most_steps};
constexpr int soaked_schedules = 10'200;
constexpr std::uint64_t checked_seeds = 5;
constexpr std::uint64_t measured_seeds = 20;
constexpr int repeats = 5;
constexpr int compared_schedules = 12;

// Programs of which the two say different things, and why.
const std::map<std::string, std::string> exceptions = {
    {"fences_around_relaxed_accesses", "ThreadSanitizer doesn't understand fences"},
};

// All programs of a flavour, in one binary.
struct Suite {
    model::Flavour flavour;
    std::filesystem::path binary;
    std::vector<std::filesystem::path> sources;
};

using Verdict = base::Expected<bool>;

base::Expected<explore::Program> start(const Suite& suite, const std::filesystem::path& source) {
    std::string name = source.stem().string();
    std::replace(name.begin(), name.end(), '_', ' ');
    return explore::Program::start(suite.binary, name, 0);
}

// How the first failing schedule ends, if it does so each time; "completed" where none fails.
base::Expected<std::string> ending_of(explore::Program& program, const Suite& suite,
                                      std::uint64_t seed, const explore::Budget& budget) {
    const auto result =
        explore::search(program, suite.flavour, explore::Clock::ignored, seed, budget);
    if (!result) return base::fail(result.error());
    if (!result->failure) return "completed";

    const auto same = explore::repeats_exactly(program, *result->failure, repeats);
    if (!same) return base::fail(same.error());
    if (!*same) return fmt::format("another way each time: {}", result->failure->schedule);
    const auto& replay = result->failure->replay;
    const auto record = program.run(replay.command, replay.choices);
    if (!record) return base::fail(record.error());
    return litmus::name_of(result->failure->ending, (*record)->message.data());
}

// A right program's schedules in `hunt` must be free of races as well, and who ThreadSanitizer
// accuses must be seen by `hunt`. Of a mistake the first failing schedule is all there is.
Verdict races_hold(explore::Program& program, const Suite& suite, const std::string& name,
                   const Expectation& expected) {
    if (suite.flavour != model::Flavour::hunt || !expected.is_right()) return true;
    const auto result =
        explore::search(program, suite.flavour, explore::Clock::ignored, 1, hunt_budget);
    if (!result) return base::fail(result.error());
    const bool is_racy = expected.tsan == "data race" && !exceptions.contains(name);
    if (result->race.has_value() == is_racy) return true;
    fmt::print("  hunt sees {}\n", is_racy ? "no race" : "a race");
    return false;
}

Verdict holds(explore::Program& program, const Suite& suite, const Expectation& expected) {
    const bool is_tsan = suite.flavour == model::Flavour::tsan;
    const bool is_bound = expected.within > 0 && !is_tsan;
    const auto budget = is_bound  ? explore::Budget{expected.within, most_steps}
                        : is_tsan ? tsan_budget
                                  : hunt_budget;
    const auto& ending = is_tsan && !expected.tsan.empty() ? expected.tsan : expected.ending;
    // The few schedules of `tsan` needn't be those that show a mistake.
    const bool may_pass =
        expected.is_seldom || (is_tsan && expected.is_mistake() && expected.tsan.empty());
    for (std::uint64_t seed = 1; seed <= (is_bound ? checked_seeds : 1); ++seed) {
        const auto observed = ending_of(program, suite, seed, budget);
        if (!observed) return base::fail(observed.error());
        if (*observed == ending || (may_pass && *observed == "completed")) continue;
        fmt::print("  seed {}\n  expected: {}\n  observed: {}\n", seed, ending, *observed);
        return false;
    }
    return true;
}

Verdict check(const Suite& suite) {
    bool all_hold = true;
    for (const auto& source : suite.sources) {
        const auto expected = litmus::read_expectation(source);
        if (!expected) return base::fail(expected.error());
        auto program = start(suite, source);
        if (!program) return base::fail(program.error());
        const auto ends_so = holds(*program, suite, *expected);
        if (!ends_so) return ends_so;
        const auto races_so = races_hold(*program, suite, source.stem().string(), *expected);
        if (!races_so) return races_so;
        if (!*ends_so || !*races_so) fmt::print("{}\n", source.string());
        all_hold = all_hold && *ends_so && *races_so;
    }
    return all_hold;
}

// False where a seed finds nothing.
Verdict measure_one(explore::Program& program, const Suite& suite, const std::string& name) {
    std::vector<int> schedules;
    std::map<std::string, int> endings;
    for (std::uint64_t seed = 1; seed <= measured_seeds; ++seed) {
        const auto result =
            explore::search(program, suite.flavour, explore::Clock::ignored, seed, measured_budget);
        if (!result) return base::fail(result.error());
        schedules.push_back(result->failure ? result->schedules : measured_budget.schedules + 1);
        const auto ending =
            result->failure ? result->failure->ending : scheduler::Ending::completed;
        ++endings[litmus::name_of(ending, "")];
    }
    std::sort(schedules.begin(), schedules.end());
    fmt::print("{:<44} median {:>3}  worst {:>3} ", name, schedules[schedules.size() / 2],
               schedules.back());
    for (const auto& [ending, count] : endings)
        fmt::print(" {} {}", count, ending);
    fmt::print("\n");
    return schedules.back() <= measured_budget.schedules;
}

Verdict measure(const Suite& suite) {
    bool is_all_found = true;
    for (const auto& source : suite.sources) {
        const auto expected = litmus::read_expectation(source);
        if (!expected) return base::fail(expected.error());
        if (!expected->is_mistake()) continue;
        auto program = start(suite, source);
        if (!program) return base::fail(program.error());
        const auto is_found = measure_one(*program, suite, source.stem().string());
        if (!is_found) return is_found;
        is_all_found = is_all_found && *is_found;
    }
    return is_all_found;
}

base::Expected<std::vector<std::filesystem::path>> right_programs(const Suite& suite) {
    std::vector<std::filesystem::path> right;
    for (const auto& source : suite.sources) {
        const auto expected = litmus::read_expectation(source);
        if (!expected) return base::fail(expected.error());
        if (expected->is_right() && expected->tsan.empty()) right.push_back(source);
    }
    return right;
}

Verdict soak(const Suite& suite) {
    const auto right = right_programs(suite);
    if (!right) return base::fail(right.error());
    const int count = static_cast<int>(right->size());
    const explore::Budget share = {(soaked_schedules + count - 1) / count, most_steps};
    int schedules = 0;
    int alarms = 0;
    int open = 0;  // for the other flavours to judge
    for (const auto& source : *right) {
        auto program = start(suite, source);
        if (!program) return base::fail(program.error());
        const auto result = explore::search(*program, suite.flavour, explore::Clock::ignored,
                                            checked_seeds + 1, share);
        if (!result) return base::fail(result.error());
        schedules += result->schedules;
        open += result->is_inconclusive ? 1 : 0;
        const auto& alarm = result->failure ? result->failure : result->race;
        if (!alarm) continue;
        ++alarms;
        fmt::print("{}: {} in schedule {}\n", source.stem().string(),
                   litmus::name_of(alarm->ending, ""), alarm->schedule);
    }
    fmt::print("{} programs, {} schedules, {} false alarms, {} left to other flavours\n", count,
               schedules, alarms, open);
    return alarms == 0;
}

Verdict agree(const litmus::Binaries& binaries, std::span<char*> sources) {
    bool do_all = true;
    for (const char* source : sources) {
        const auto agreement = litmus::compare(binaries, source, compared_schedules);
        if (!agreement) return base::fail(agreement.error());
        const std::string name = std::filesystem::path(source).stem();
        fmt::print("{:<44} {} schedules, {} races\n", name, agreement->schedules, agreement->races);
        if (const auto known = exceptions.find(name); known != exceptions.end()) {
            fmt::print("  {} differ: {}\n", agreement->disagreements.size(), known->second);
            do_all = do_all && !agreement->disagreements.empty();
            continue;
        }
        for (const auto& each : agreement->disagreements)
            fmt::print("  schedule {}: hunt {}, tsan {}\n", each.schedule, each.hunt, each.tsan);
        do_all = do_all && agreement->disagreements.empty();
    }
    return do_all;
}

const std::map<std::string, std::function<Verdict(const Suite&)>> commands = {
    {"check", check}, {"measure", measure}, {"soak", soak}};

const std::map<std::string, model::Flavour> flavours = {
    {"hunt", model::Flavour::hunt}, {"tsan", model::Flavour::tsan}, {"asan", model::Flavour::asan}};

}  // namespace

int main(int count, char** arguments) {
    if (count > 4 && std::string(arguments[1]) == "agree") {
        const auto verdict =
            agree({arguments[2], arguments[3]}, {arguments + 4, arguments + count});
        if (verdict) return *verdict ? 0 : 1;
        fmt::print(stderr, "{}\n", base::to_string(verdict.error()));
        return 2;
    }
    const auto command = count > 4 ? commands.find(arguments[1]) : commands.end();
    if (command == commands.end() || !flavours.contains(arguments[2])) {
        fmt::print(stderr, "litmus check|measure|soak hunt|tsan|asan BINARY PROGRAM.cpp...\n");
        return 2;
    }
    const auto verdict =
        command->second({flavours.at(arguments[2]), arguments[3],
                         std::vector<std::filesystem::path>(arguments + 4, arguments + count)});
    if (verdict) return *verdict ? 0 : 1;
    fmt::print(stderr, "{}\n", base::to_string(verdict.error()));
    return 2;
}
