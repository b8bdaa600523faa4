// How many schedules a second each flavour runs on one core, beside the bare
// rate at which the same machine forks and reaps a child that does nothing.
//
//     bench_schedules PROGRAM.c [COUNT]
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

#include "explore/portfolio.hpp"
#include "explore/program_under_test.hpp"

namespace {

using namespace heddle;
using Clock = std::chrono::steady_clock;

constexpr int rounds = 10;

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
    session::Workplace place;
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
        row.steps += need(row.program.run(command), "the server broke")->steps;
    }
    row.seconds += seconds_since(start);
}

void print(const Row& row, double bare) {
    const double rate = row.schedules / row.seconds;
    std::printf("%-20s %7.0f schedules/s  %5.0f steps each  %.2f of bare fork and wait\n",
                row.label.c_str(), rate, static_cast<double>(row.steps) / row.schedules,
                rate / bare);
}

}  // namespace

int main(int count, char** arguments) {
    if (count < 2) stop("bench_schedules PROGRAM.c [COUNT]");
    const int schedules = count > 2 ? std::atoi(arguments[2]) : 1000;
    const auto course = course_of_environment();

    using model::Flavour;
    using scheduler::Races;
    std::vector<Row> rows;
    const auto add = [&](std::string label, Flavour flavour, Races races) {
        auto place = need(session::Workplace::make(course.place), "no place to work in");
        auto program = start(course, place, arguments[1], flavour);
        rows.push_back({std::move(label), flavour, races, std::move(place), std::move(program)});
    };
    add("hunt", Flavour::hunt, Races::looked_for);
    add("hunt, races ignored", Flavour::hunt, Races::ignored);
    add("tsan", Flavour::tsan, Races::ignored);
    add("asan", Flavour::asan, Races::ignored);

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
