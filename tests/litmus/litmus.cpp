// Runs the programs of this folder under the portfolio's schedules and holds each to its first
// line,
// "// completed", "// deadlock" or "// unsupported: poll": how it ends in every schedule, or, where
// it isn't "completed", in one of them, which must then repeat.
//
//     litmus FLAVOUR BINARY PROGRAM.cpp
#include <fmt/core.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <string>
#include <utility>

#include "explore/search.hpp"

namespace {

using namespace heddle;
using scheduler::Ending;

constexpr explore::Budget hunt_budget = {300, 20'000'000};
constexpr explore::Budget tsan_budget = {60, 20'000'000};
constexpr std::uint64_t seed = 1;
constexpr int repeats = 5;

// How each program ended, or why nobody can tell.
base::Expected<std::string> ending_of(model::Flavour flavour, const std::filesystem::path& binary,
                                      const std::string& name) {
    auto program = explore::Program::start(binary, name, 0);
    if (!program) return base::fail(program.error());
    const auto& budget = flavour == model::Flavour::tsan ? tsan_budget : hunt_budget;
    const auto result = explore::search(*program, flavour, explore::Clock::ignored, seed, budget);
    if (!result) return base::fail(result.error());
    if (!result->failure) return "completed";

    const auto same = explore::repeats_exactly(*program, *result->failure, repeats);
    if (!same) return base::fail(same.error());
    if (!*same) return "another way each time";
    const auto& replay = result->failure->replay;
    const auto record = program->run(replay.command, replay.choices);
    if (!record) return base::fail(record.error());
    const std::string_view message = (*record)->message.data();
    switch (result->failure->ending) {
        case Ending::crashed: return "crashed";
        case Ending::deadlock: return "deadlock";
        case Ending::unsupported: return fmt::format("unsupported: {}", message);
        default:
            return fmt::format("ending {} in schedule {}: {} {}",
                               static_cast<int>(result->failure->ending), result->failure->schedule,
                               (*record)->expression.data(), message);
    }
}

std::string expected_by(const std::filesystem::path& source) {
    std::ifstream file(source);
    std::string line;
    std::getline(file, line);
    return line.starts_with("// ") ? line.substr(3) : "no first line that says how";
}

}  // namespace

int main(int count, char** arguments) {
    if (count != 4) return 2;
    const auto flavour =
        std::string_view(arguments[1]) == "tsan" ? model::Flavour::tsan : model::Flavour::hunt;
    const std::filesystem::path source = arguments[3];
    std::string name = source.stem().string();
    std::replace(name.begin(), name.end(), '_', ' ');

    const std::string expected = expected_by(source);
    const auto ending = ending_of(flavour, arguments[2], name);
    if (!ending) {
        fmt::print(stderr, "{}: {}\n", name, ending.error().what);
        return 2;
    }
    if (*ending == expected) return 0;
    fmt::print("{}\n  expected: {}\n  observed: {}\n", source.string(), expected, *ending);
    return 1;
}
