#include "cli/program.hpp"

#include <cstdlib>
#include <fstream>

#include "cli/fake_session.hpp"
#include "cli/run.hpp"

using namespace heddle;

Result heddle_run(std::vector<const char*> words) {
    words.insert(words.begin(), "heddle");
    Memory out;
    Memory err;
    Result result;
    result.code =
        cli::run(static_cast<int>(words.size()), words.data(), out.stream(), err.stream());
    result.out = out.text();
    result.err = err.text();
    return result;
}

std::string Memory::text() {
    std::string all(static_cast<std::size_t>(std::ftell(stream_)), '\0');
    std::rewind(stream_);
    all.resize(std::fread(all.data(), 1, all.size(), stream_));
    return all;
}

Course::Course() {
    fake_session() = {};
    std::ofstream(folder.path() / "course.toml") << "title = \"t\"\n";
    ::setenv("HEDDLE_ROOT", folder.path().c_str(), 1);
    ::unsetenv("HEDDLE_BUILD");
    ::setenv("LC_ALL", "C.UTF-8", 1);
}

Course::~Course() {
    ::unsetenv("HEDDLE_ROOT");
}

model::ExerciseReport graded(const char* exercise, int score) {
    model::ExerciseReport report;
    report.exercise = exercise;
    report.score = score;
    report.max_score = 10;
    model::CaseReport one;
    one.name = "it works";
    one.points = score;
    one.max_points = 10;
    one.outcome = score == 10 ? model::Outcome::passed : model::Outcome::wrong_result;
    report.outcome = one.outcome;
    report.cases = {one};
    return report;
}

model::ExerciseReport not_graded(const char* exercise) {
    model::ExerciseReport report;
    report.exercise = exercise;
    report.graded = false;
    report.reason = "no compiler";
    report.hint = "sudo apt install g++";
    return report;
}

session::ListRow row(const char* exercise) {
    const std::filesystem::path folder = std::filesystem::path("exercises") / exercise;
    session::ListRow made;
    made.exercise = exercise;
    made.title = "Title";
    made.task = folder / "README.md";
    made.edit = {folder / "file.hpp", folder / "file.cpp"};
    return made;
}
