// How many schedules each strategy needs for a bug, alone and in the portfolio: what the
// portfolio's shares are chosen by.
//
//     bench_strategies [--only WORDS] PROGRAM.c…
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <string>

#include "explore/feedback.hpp"
#include "explore/portfolio.hpp"
#include "explore/program_under_test.hpp"
#include "explore/search.hpp"

namespace {

using namespace heddle;
using Counts = std::vector<int>;

constexpr int seeds = 9;
constexpr int most = 1000;  // schedules

// The first schedule that fails when one share of the portfolio has all of the budget.
int find_alone(explore::Program& program, std::uint32_t share, std::uint64_t seed) {
    explore::Feedbacks feedbacks(seed);
    std::uint32_t length = 0;
    for (int i = 0; i < most; ++i) {
        const std::uint32_t index = explore::opening_schedules() + share +
                                    static_cast<std::uint32_t>(i) * explore::shares_in_turn();
        auto command = explore::command_for(model::Flavour::hunt, explore::Clock::ignored, seed,
                                            index, length);
        explore::Feedback* const feedback = feedbacks.of(command);
        if (feedback != nullptr) feedback->ask(command);
        const auto* const record = need(program.run(command), "the server broke");
        if (feedback != nullptr) feedback->learn(*record);
        if (i == 0) length = record->steps;
        if (record->ending != scheduler::Ending::completed) return i + 1;
    }
    return most;
}

int find_together(explore::Program& program, std::uint64_t seed) {
    const auto found = need(explore::search(program, model::Flavour::hunt, explore::Clock::ignored,
                                            seed, {most, UINT64_MAX}),
                            "the server broke");
    return found.failure ? found.failure->schedule : most;
}

void print(const std::string& name, Counts counts) {
    std::sort(counts.begin(), counts.end());
    const auto text = [](int count) { return count == most ? ">" : std::to_string(count); };
    std::printf("  %-28s median %5s  worst %5s\n", name.c_str(),
                text(counts[counts.size() / 2]).c_str(), text(counts.back()).c_str());
}

std::string name_of(std::uint32_t share) {
    const auto command = explore::command_for(model::Flavour::hunt, explore::Clock::ignored, 0,
                                              explore::opening_schedules() + share, 0);
    std::string name(explore::describe(command));
    if (command.depth != 0) name += " " + std::to_string(command.depth);
    if (command.switch_one_in != 0) name += " 1/" + std::to_string(command.switch_one_in);
    if (command.memory_period != 0) name += ", memory " + std::to_string(command.memory_period);
    if (command.timers == scheduler::Timers::early) name += ", early";
    return name;
}

void measure(const session::Course& course, const char* source, const std::string& only) {
    std::printf("%s\n", source);
    const auto workplace = need(session::Workplace::make(course.place), "no place to work in");
    auto program = start_hunt(course, workplace, source);
    const auto each_seed = [](auto find) {
        Counts counts;
        for (std::uint64_t seed = 1; seed <= seeds; ++seed)
            counts.push_back(find(seed));
        return counts;
    };
    print("portfolio", each_seed([&](auto seed) { return find_together(program, seed); }));
    for (std::uint32_t share = 0; share < explore::shares_in_turn(); ++share) {
        if (name_of(share).find(only) == std::string::npos) continue;
        print(name_of(share),
              each_seed([&](auto seed) { return find_alone(program, share, seed); }));
    }
}

}  // namespace

int main(int count, char** arguments) {
    const auto course = course_of_environment();
    const bool has_choice = count > 2 && std::string(arguments[1]) == "--only";
    for (int i = has_choice ? 3 : 1; i < count; ++i)
        measure(course, arguments[i], has_choice ? arguments[2] : "");
}
