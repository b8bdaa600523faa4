// replay(): the failing schedule of a case once more, every step of it.
#include <sstream>

#include "base/file.hpp"
#include "session/cache.hpp"
#include "session/refusals.hpp"
#include "session/selection.hpp"

namespace heddle::session {
namespace {

using base::Expected;

std::vector<std::string> names_of(const std::vector<model::CaseReport>& cases) {
    std::vector<std::string> names;
    for (const model::CaseReport& each : cases)
        names.push_back(each.name);
    return names;
}

base::Error nothing_to_replay(const model::ExerciseReport& report, const ReplayRequest& request) {
    if (!report.graded) return {report.reason, "", report.hint};
    if (report.build) return does_not_compile(report.exercise, request.submission, "replay");
    if (request.case_name.empty()) {
        return {"no case failed, so there is nothing to replay", "",
                listed("These passed:", names_of(report.cases))};
    }
    std::vector<model::CaseReport> failed;
    bool is_known = false;
    for (const model::CaseReport& each : report.cases) {
        is_known |= each.name == request.case_name;
        if (each.finding) failed.push_back(each);
    }
    if (!is_known) return no_such_case(request.case_name, names_of(report.cases));
    return {"\"" + request.case_name + "\" did not fail", "",
            failed.empty() ? "No case did." : listed("These did:", names_of(failed))};
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
        for (std::string line; std::getline(lines, line);)
            sources[name].push_back(line);
    }
    return sources;
}

Options options_of(const ReplayRequest& request) {
    Options options;
    options.exercises = {request.exercise};
    options.submission = request.submission;
    options.tests = request.tests;
    options.budget = request.budget;
    options.seed = request.seed;
    return options;
}

// Whether the last check of the student's own files is meant, however it was asked for. What is
// kept of it doesn't tell the compiler.
bool means_last_check(const Place& place, const ReplayRequest& request) {
    return place.compiler.empty() && !request.submission && request.tests == Tests::all &&
           request.budget == Budget::usual && !request.seed;
}

// The check's schedules are a function of the files and options: checking again finds the same
// ones, and what is unchanged comes from the cache.
Expected<model::ExerciseReport> report_for(const Course& course, const ReplayRequest& request,
                                           const catalogue::Exercise& exercise) {
    if (means_last_check(course.place, request)) {
        auto last = last_report(course, exercise);
        if (last && last->graded) return *std::move(last);
    }
    Quiet quiet;
    auto reports = check(course.place, options_of(request), quiet);
    if (!reports) return base::fail(reports.error());
    return std::move(reports->front());
}

}  // namespace

Expected<Replay> replay(const Place& place, const ReplayRequest& request) {
    const auto course = open_course(place);
    if (!course) return base::fail(course.error());
    const auto selected = select(*course, options_of(request));
    if (!selected) return base::fail(selected.error());
    const Selected& one = selected->front();
    if (one.refusal) return base::fail(*one.refusal);
    const auto submission = build::read_submission(one.exercise, one.files);
    if (!submission) return base::fail(submission.error());

    const auto report = report_for(*course, request, one.exercise);
    if (!report) return base::fail(report.error());
    const model::CaseReport* const found = find_case(*report, request.case_name);
    if (found == nullptr) return base::fail(nothing_to_replay(*report, request));
    return Replay{report->exercise, *found, read_lines(*submission)};
}

}  // namespace heddle::session
