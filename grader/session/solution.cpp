// solution(): the way from the student's files to the course's, as a diff.
#include "process/runner.hpp"
#include "session/course.hpp"

namespace heddle::session {
namespace {

constexpr int files_differ = 1;  // diff's exit codes: 0 same, 1 different, 2 trouble

}  // namespace

base::Expected<std::string> solution(const Place& place, std::string_view exercise_name) {
    const auto course = open_course(place);
    if (!course) return base::fail(course.error());
    const auto exercise = course->catalogue.find(exercise_name);
    if (!exercise) return base::fail(exercise.error());
    const auto solutions = course->solution_of(*exercise);
    std::error_code ignored;
    if (!std::filesystem::is_directory(solutions, ignored)) {
        return base::fail({"this edition has no solutions", solutions.string(),
                           "Ask for a hint: ./heddle hint " + exercise->number()});
    }
    const auto runner = process::make_runner();
    std::string diff;
    for (const std::string& file : exercise->files) {
        process::Command command;
        command.argv = {"diff", "-u", "--label", "yours/" + file, "--label", "solution/" + file,
                        (exercise->folder / file).string(), (solutions / file).string()};
        command.environment = process::plain_environment();
        const auto done = process::run(*runner, command);
        if (!done) return base::fail(done.error());
        const bool is_fine = done->status.ending == process::Ending::exited &&
                             done->status.code <= files_differ;
        if (!is_fine) return base::fail({done->errors, file, "Install diffutils."});
        diff += done->output;
    }
    return diff;
}

}  // namespace heddle::session
