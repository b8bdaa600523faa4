// solution(): the way from the student's files to the course's, as a diff. The course keeps
// solutions in a folder; an edition for a self-learner on a branch of its own.
#include <optional>

#include "base/file.hpp"
#include "catalogue/edition.hpp"
#include "process/runner.hpp"
#include "session/course.hpp"
#include "session/git.hpp"

namespace heddle::session {
namespace {

namespace fs = std::filesystem;
using base::Expected;
using catalogue::Exercise;

constexpr int files_differ = 1;  // diff's exit codes: 0 same, 1 different, 2 trouble

bool is_for_self_learners(const Course& course) {
    const auto& stamp = course.catalogue.stamp();
    return stamp && stamp->audience == catalogue::name(catalogue::Audience::self_learner);
}

base::Error no_solutions(const Course& course, const Exercise& exercise) {
    return {"this edition has no solutions", course.place.root.string(),
            "Ask for a hint: ./heddle hint " + exercise.number()};
}

// In a clone nobody may have looked at the branch yet: then only its origin has it.
Expected<std::string> find_branch(Git& git) {
    for (const char* branch : {"solutions", "origin/solutions"}) {
        const auto found =
            git.run({"rev-parse", "-q", "--verify", std::string(branch) + "^{commit}"});
        if (found) return std::string(branch);
    }
    // Asks what can't fail, so that an error says what is wrong with git or the repository.
    if (auto works = git.run({"rev-parse", "--git-dir"}); !works) return works;
    return base::fail({"the branch with the solutions isn't here", "",
                       "Fetch it: git fetch origin solutions:solutions"});
}

Expected<void> take_from_branch(const Course& course, const Exercise& exercise,
                                const fs::path& folder) {
    Git git(course.place.root, GitSettings::of_this_machine);
    const auto branch = find_branch(git);
    if (!branch) return base::fail(branch.error());
    for (const std::string& file : exercise.files) {
        const auto content =
            git.run({"show", *branch + ":./exercises/" + exercise.name + "/" + file});
        if (!content) return base::fail(content.error());
        if (auto kept = base::write_file(folder / file, *content); !kept) return kept;
    }
    return {};
}

// What `diff -u` prints from one to the other.
Expected<std::string> difference(process::CommandRunner& runner, const std::string& file,
                                 const fs::path& own, const fs::path& solution) {
    process::Command command;
    command.argv = {"diff",       "-u",
                    "--label",    "yours/" + file,
                    "--label",    "solution/" + file,
                    own.string(), solution.string()};
    command.environment = process::plain_environment();
    auto done = process::run(runner, command);
    if (!done) return base::fail(done.error());
    const bool is_fine =
        done->status.ending == process::Ending::exited && done->status.code <= files_differ;
    if (!is_fine) return base::fail({done->errors, file, "Install diffutils."});
    return std::move(done->output);
}

}  // namespace

Expected<std::string> solution(const Place& place, std::string_view exercise_name) {
    const auto course = open_course(place);
    if (!course) return base::fail(course.error());
    const auto exercise = course->catalogue.find(exercise_name);
    if (!exercise) return base::fail(exercise.error());

    fs::path solutions = course->solution_of(*exercise);
    std::optional<Workplace> taken;
    std::error_code ignored;
    if (!fs::is_directory(solutions, ignored)) {
        if (!is_for_self_learners(*course)) return base::fail(no_solutions(*course, *exercise));
        auto workplace = Workplace::make(place);
        if (!workplace) return base::fail(workplace.error());
        solutions = taken.emplace(*std::move(workplace)).path();
        const auto done = take_from_branch(*course, *exercise, solutions);
        if (!done) return base::fail(done.error());
    }
    const auto runner = process::make_runner();
    std::string diff;
    for (const std::string& file : exercise->files) {
        const auto part = difference(*runner, file, exercise->folder / file, solutions / file);
        if (!part) return part;
        diff += *part;
    }
    return diff;
}

}  // namespace heddle::session
