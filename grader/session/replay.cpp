// replay(): the failing schedule of a case once more, every step of it.
#include <sstream>

#include "base/file.hpp"
#include "session/cache.hpp"
#include "session/selection.hpp"

namespace heddle::session {
namespace {

using base::Expected;

base::Error nothing_to_replay(const model::ExerciseReport& report, const std::string& name) {
    if (!report.graded) return {report.reason, "", report.hint};
    if (report.build) {
        return {"the files don't compile, so there is nothing to replay", "",
                "Run ./heddle check " + report.exercise + " for the compiler's message."};
    }
    for (const model::CaseReport& each : report.cases) {
        if (each.name == name) return {"\"" + name + "\" did not fail", "", ""};
    }
    if (name.empty()) return {"no case failed, so there is nothing to replay", "", ""};
    std::string known;
    for (const model::CaseReport& each : report.cases) known += "\n    \"" + each.name + "\"";
    return {"no case is called \"" + name + "\"", "", "The cases are:" + known};
}

const model::CaseReport* find_case(const model::ExerciseReport& report, const std::string& name) {
    if (name.empty()) return model::main_case(report);
    for (const model::CaseReport& each : report.cases) {
        if (each.name == name && each.finding) return &each;
    }
    return nullptr;
}

std::map<std::string, std::vector<std::string>> read_lines(const build::Submission& submission) {
    std::map<std::string, std::vector<std::string>> sources;
    for (const auto& [name, content] : submission) {
        std::istringstream lines(content);
        for (std::string line; std::getline(lines, line);) sources[name].push_back(line);
    }
    return sources;
}

}  // namespace

Expected<Replay> replay(const Place& place, const ReplayRequest& request) {
    Options options;
    options.exercises = {request.exercise};
    options.submission = request.submission;
    const auto course = open_course(place);
    if (!course) return base::fail(course.error());
    const auto selected = select(*course, options);
    if (!selected) return base::fail(selected.error());
    const Selected& one = selected->front();
    if (one.refusal) return base::fail(*one.refusal);
    const auto submission = build::read_submission(one.exercise, one.files);
    if (!submission) return base::fail(submission.error());

    // The check's schedules are a function of the files: checking again finds the same one, and what
    // is unchanged comes from the cache.
    Quiet quiet;
    const auto reports = check(place, options, quiet);
    if (!reports) return base::fail(reports.error());
    const model::ExerciseReport& report = reports->front();
    const model::CaseReport* const found = find_case(report, request.case_name);
    if (found == nullptr) return base::fail(nothing_to_replay(report, request.case_name));
    return Replay{report.exercise, *found, read_lines(*submission)};
}

}  // namespace heddle::session
