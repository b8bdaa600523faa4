// How many schedules a second each flavour runs on one core, beside the bare
// rate at which the same machine forks and reaps a child that does nothing.
//
//     bench_schedules [EXERCISE] [CASE] [COUNT]
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

#include "explore/portfolio.hpp"
#include "explore/program.hpp"
#include "session/binaries.hpp"
#include "session/course.hpp"

namespace {

using namespace heddle;
using Clock = std::chrono::steady_clock;

constexpr int rounds = 10;

[[noreturn]] void die(const std::string& why) {
    std::fprintf(stderr, "bench_schedules: %s\n", why.c_str());
    std::exit(2);
}

template <class T, class E>
T need(tl::expected<T, E> value) {
    if (!value) die("the set-up or the solution is broken; try ./heddle doctor");
    return std::move(*value);
}

double seconds_since(Clock::time_point start) {
    return std::chrono::duration<double>(Clock::now() - start).count();
}

double bare_forks_a_second(int count) {
    const auto start = Clock::now();
    for (int i = 0; i < count; ++i) {
        const pid_t child = fork();
        if (child == 0) _exit(0);
        waitpid(child, nullptr, 0);
    }
    return count / seconds_since(start);
}

// One line of the result. All take turns, so that a busy moment of the machine hits each alike.
struct Row {
    std::string label;
    model::Flavour flavour;
    scheduler::Races races;
    explore::Program program;
    int schedules = 0;
    std::uint64_t steps = 0;
    double seconds = 0;
};

void run(Row& row, int count) {
    const auto start = Clock::now();
    for (int i = 0; i < count; ++i) {
        const auto index = static_cast<std::uint32_t>(row.schedules++);
        auto command = explore::command_for(row.flavour, explore::Clock::ignored, 1, index, 100);
        command.races = row.races;
        row.steps += need(row.program.run(command))->steps;
    }
    row.seconds += seconds_since(start);
}

void print(const Row& row, double bare) {
    const double rate = row.schedules / row.seconds;
    std::printf("%-20s %7.0f schedules/s  %5.0f steps each  %.2f of bare fork and wait\n",
                row.label.c_str(), rate, static_cast<double>(row.steps) / row.schedules,
                rate / bare);
}

std::filesystem::path from_environment(const char* name) {
    const char* const value = std::getenv(name);
    if (value == nullptr) die(std::string("set ") + name);
    return value;
}

}  // namespace

int main(int count, char** arguments) {
    const std::string exercise_name = count > 1 ? arguments[1] : "10";
    const std::string case_name = count > 2 ? arguments[2] : "four threads share one counter";
    const int schedules = count > 3 ? std::atoi(arguments[3]) : 1000;

    const auto course = need(
        session::open_course({from_environment("HEDDLE_ROOT"), from_environment("HEDDLE_BUILD")}));
    const auto exercise = need(course.catalogue.find(exercise_name));
    const auto submission = need(build::read_submission(exercise, course.solution_of(exercise)));
    const auto workplace = need(session::Workplace::make(course.place));
    const auto staged =
        need(build::stage(exercise, course.skeleton_of(exercise), submission, workplace.path()));
    const auto hunt = need(session::build_hunt(course, staged));
    const auto others = need(session::build_others(course, staged, hunt.joined));

    using scheduler::Races;
    std::vector<Row> rows;
    const auto add = [&](std::string label, model::Flavour flavour, Races races, const auto& path) {
        rows.push_back(
            {std::move(label), flavour, races, need(explore::Program::start(path, case_name, 0))});
    };
    add("hunt", model::Flavour::hunt, Races::looked_for, hunt.program);
    add("hunt, races ignored", model::Flavour::hunt, Races::ignored, hunt.program);
    for (const auto& [flavour, program] : others.programs)
        add(std::string(model::name(flavour)), flavour, Races::ignored, program);

    double bare = 0;
    for (int round = 0; round < rounds; ++round) {
        bare += bare_forks_a_second(schedules / rounds) / rounds;
        for (Row& row : rows)
            run(row, (row.flavour == model::Flavour::hunt ? schedules : schedules / 5) / rounds);
    }
    std::printf("%-20s %7.0f forks/s\n", "bare", bare);
    for (const Row& row : rows)
        print(row, bare);
}
