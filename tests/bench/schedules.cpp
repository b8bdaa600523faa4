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

#include "explore/portfolio.hpp"
#include "explore/program.hpp"
#include "session/binaries.hpp"
#include "session/course.hpp"

namespace {

using namespace heddle;
using Clock = std::chrono::steady_clock;

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

void measure(model::Flavour flavour, const std::filesystem::path& binary, const std::string& name,
             int count, double bare) {
    auto program = need(explore::Program::start(binary, name, 0));
    std::uint64_t steps = 0;
    const auto start = Clock::now();
    for (int i = 0; i < count; ++i) {
        const auto command = explore::command_for(flavour, explore::Clock::ignored, 1,
                                                  static_cast<std::uint32_t>(i), 100);
        steps += need(program.run(command))->steps;
    }
    const double rate = count / seconds_since(start);
    std::printf("%-5s %7.0f schedules/s  %5.0f steps each  %.2f of bare fork and wait\n",
                std::string(model::name(flavour)).c_str(), rate, static_cast<double>(steps) / count,
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

    const double bare = bare_forks_a_second(schedules);
    std::printf("bare  %7.0f forks/s\n", bare);
    measure(model::Flavour::hunt, hunt.program, case_name, schedules, bare);
    for (const auto& [flavour, program] : others.programs) {
        measure(flavour, program, case_name, schedules / 5, bare);
    }
}
