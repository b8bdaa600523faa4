// A program of somebody's own, built and started as `heddle explore` does: for tests and benches,
// which end, with code 2, where that can't be done.
#pragma once

#include <cstdio>
#include <cstdlib>
#include <string>

#include "build/program_builder.hpp"
#include "explore/program.hpp"
#include "session/course.hpp"

namespace heddle {

[[noreturn]] inline void stop(const char* why) {
    std::fprintf(stderr, "%s\n", why);
    std::exit(2);
}

template <class T, class E>
T need(tl::expected<T, E> value, const char* otherwise) {
    if (!value) stop(otherwise);
    return std::move(*value);
}

// The course that HEDDLE_ROOT and HEDDLE_BUILD name.
inline session::Course course_of_environment() {
    const char* const root = std::getenv("HEDDLE_ROOT");
    const char* const build = std::getenv("HEDDLE_BUILD");
    if (root == nullptr || build == nullptr) stop("set HEDDLE_ROOT and HEDDLE_BUILD");
    return need(session::open_course({root, build}), "the course isn't set up");
}

// The program must not outlive the workplace.
inline explore::Program start(const session::Course& course, const session::Workplace& workplace,
                              const char* source, model::Flavour flavour) {
    const auto staged = need(build::stage_program({source}, workplace.path()), "no program");
    const auto runner = process::make_runner();
    const build::Arguments no_flags;
    build::ProgramBuilder builder(course.plan, staged, no_flags, *runner);
    const auto joined = need(builder.compile(model::mode_of(flavour)), "it doesn't compile");
    const auto binary = need(builder.link(flavour, joined), "it doesn't link");
    return need(explore::Program::start_main(binary, {}, 0), "no server");
}

inline explore::Program start_hunt(const session::Course& course,
                                   const session::Workplace& workplace, const char* source) {
    return start(course, workplace, source, model::Flavour::hunt);
}

}  // namespace heddle
