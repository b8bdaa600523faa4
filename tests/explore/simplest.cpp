// Finds failing schedules of a program by ten seeds, makes each simple, and holds it to what is
// promised: it repeats 100 times of 100, and no interruption of a thread can be left out.
//
//     simplest PROGRAM.c
#include <cstdio>
#include <cstdlib>

#include "explore/minimise.hpp"
#include "explore/program_under_test.hpp"

namespace {

using namespace heddle;

constexpr int repeats = 100;
constexpr explore::Budget budget = {300, UINT64_MAX};

void require(bool holds, const std::string& what) {
    if (holds) return;
    std::fprintf(stderr, "simplest: %s\n", what.c_str());
    std::exit(1);
}

scheduler::Summary run(explore::Program& program, scheduler::Command command,
                       const std::vector<scheduler::Choice>& choices) {
    return *need(program.run(command, choices), "the server broke");
}

// In place of each interruption the thread goes on for one more step, and the rest as it fits.
void require_all_interruptions(explore::Program& program, const explore::Failure& failure) {
    const auto simplest = run(program, failure.replay.command, failure.replay.choices);
    scheduler::Command command = failure.replay.command;
    command.strategy = scheduler::StrategyKind::guide;
    for (std::size_t at = 0; at < failure.replay.choices.size(); ++at) {
        auto choices = failure.replay.choices;
        choices[at].thread = choices[at].running;
        const auto other = run(program, command, choices);
        require(other.ending != failure.ending || other.preemptions >= simplest.preemptions,
                "the interruption before choice " + std::to_string(at) + " can be left out");
    }
}

}  // namespace

int main(int, char** arguments) {
    const auto course = course_of_environment();
    const auto workplace = need(session::Workplace::make(course.place), "no place to work in");
    auto program = start_hunt(course, workplace, arguments[1]);
    for (std::uint64_t seed = 1; seed <= 10; ++seed) {
        const auto found = need(
            explore::search(program, model::Flavour::hunt, explore::Clock::ignored, seed, budget),
            "the server broke");
        require(found.failure.has_value(), "nothing found by seed " + std::to_string(seed));
        const auto before =
            run(program, found.failure->replay.command, found.failure->replay.choices);
        const auto failure = need(explore::minimise(program, *found.failure), "the server broke");
        const auto after = run(program, failure.replay.command, failure.replay.choices);
        require(after.ending == before.ending, "the simplest fails in another way");
        require(after.preemptions <= before.preemptions, "it has more preemptions");
        require(need(explore::repeats_exactly(program, failure, repeats), "the server broke"),
                "it doesn't repeat");
        require_all_interruptions(program, failure);
        std::printf("seed %2d: schedule %3d, preemptions %u to %u, steps %u to %u\n",
                    static_cast<int>(seed), found.failure->schedule, before.preemptions,
                    after.preemptions, before.steps, after.steps);
    }
}
