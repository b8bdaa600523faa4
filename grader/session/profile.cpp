// profile(): a student's files, built, and one case of them measured.
#include <algorithm>

#include "session/binaries.hpp"
#include "session/measure.hpp"
#include "session/prediction.hpp"
#include "session/refusals.hpp"
#include "session/seed.hpp"
#include "session/selection.hpp"
#include "session/sources.hpp"

namespace heddle::session {
namespace {

using base::Expected;

base::Error refused(const build::Failure& failure, const ProfileRequest& request) {
    if (const auto* error = std::get_if<base::Error>(&failure)) return *error;
    return does_not_compile(request.exercise, request.submission, "profile");
}

Expected<CaseInfo> find_case(const std::filesystem::path& program, const std::string& name) {
    const auto listed = explore::list_cases(program);
    if (!listed) return base::fail(listed.error());
    const std::vector<CaseInfo> cases = graded_cases(*listed);
    std::vector<std::string> names;
    for (const CaseInfo& one : cases) {
        if (name.empty() || one.name == name) return one;
        names.push_back(one.name);
    }
    return base::fail(no_such_case(name, names));
}

Expected<ProfiledCase> look(const Course& course, const build::Staged& staged,
                            const ProfileRequest& request) {
    const auto built = build_hunt(course, staged);
    if (!built) return base::fail(refused(built.error(), request));
    const auto info = find_case(built->program, request.case_name);
    if (!info) return base::fail(info.error());

    const explore::Sources sources = read_sources(staged);
    TrialRequest trial;
    trial.info = *info;
    trial.binary = built->program;
    trial.files = staged.files;
    trial.sources = &sources;
    trial.seed = Seed(course.catalogue.salt(), std::nullopt).of(staged.exercise, info->name);
    trial.prediction = prediction_for_tests(staged);
    auto measured = measure(trial);
    if (!measured) return base::fail(measured.error());
    return ProfiledCase{staged.exercise, info->name, measured->outcome,
                        std::move(measured->profile)};
}

}  // namespace

Expected<ProfiledCase> profile(const Place& place, const ProfileRequest& request) {
    const auto course = open_course(place);
    if (!course) return base::fail(course.error());
    Options options;
    options.exercises = {request.exercise};
    options.files = request.files;
    options.submission = request.submission;
    const auto selected = select(*course, options);
    if (!selected) return base::fail(selected.error());
    const Selected& one = selected->front();
    if (one.refusal) return base::fail(*one.refusal);
    const auto submission = build::read_submission(one.exercise, one.files);
    if (!submission) return base::fail(submission.error());
    const auto workplace = Workplace::make(place);
    if (!workplace) return base::fail(workplace.error());
    const auto staged = build::stage(one.exercise, course->skeleton_of(one.exercise), *submission,
                                     workplace->path());
    if (!staged) return base::fail(staged.error());
    return look(*course, *staged, request);
}

}  // namespace heddle::session
