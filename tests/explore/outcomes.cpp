// Tries all schedules of a small program without pruning and with sleep sets, and holds the two to
// the same outcomes: no way in which the program can end is lost.
//
//     outcomes PROGRAM HOW-MANY
#include <cstdio>
#include <cstdlib>
#include <set>
#include <string>

#include "explore/program_under_test.hpp"
#include "explore/schedule_tree.hpp"

namespace {

using namespace heddle;

constexpr int most_runs = 60'000;

struct Outcomes {
    std::set<std::string> all;
    int schedules = 0;
    int runs = 0;
};

std::string outcome_of(const scheduler::Record& record) {
    return std::to_string(static_cast<int>(record.ending)) + " " + record.message.data();
}

Outcomes outcomes_of(explore::Program& program, explore::Pruning pruning) {
    Outcomes outcomes;
    explore::ScheduleTree tree(pruning);
    while (tree.bound()) {
        if (++outcomes.runs > most_runs) stop("it has too many schedules");
        const explore::Branch branch = tree.take();
        const auto* const record =
            need(program.run(explore::command_for(branch, 0), branch.choices), "the server broke");
        if (record->made_way || record->took_census) stop("its operations don't commute");
        if (!tree.grow(branch, *record)) stop("it differs from run to run");
        if (record->ending == scheduler::Ending::redundant) continue;
        outcomes.all.insert(outcome_of(*record));
        ++outcomes.schedules;
    }
    return outcomes;
}

void print(const char* how, const Outcomes& outcomes) {
    std::printf("%s: %d schedules, %d runs, %zu outcomes\n", how, outcomes.schedules, outcomes.runs,
                outcomes.all.size());
}

}  // namespace

int main(int count, char** arguments) {
    if (count != 3) stop("outcomes PROGRAM HOW-MANY");
    const auto course = course_of_environment();
    const auto workplace = need(session::Workplace::make(course.place), "no place to work in");
    auto program = start_hunt(course, workplace, arguments[1]);
    const Outcomes slept = outcomes_of(program, explore::Pruning::sleep_sets);
    print("sleep sets", slept);
    const Outcomes plain = outcomes_of(program, explore::Pruning::none);
    print("all", plain);
    for (const std::string& outcome : plain.all)
        std::printf("  %s%s\n", outcome.c_str(), slept.all.count(outcome) == 0 ? " is lost" : "");
    const bool is_as_many = std::to_string(plain.all.size()) == arguments[2];
    return slept.all == plain.all && is_as_many ? 0 : 1;
}
