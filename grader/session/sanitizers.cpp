// Whether this machine can build and run each flavour, shown on the first
// exercise's own skeleton.
#include "session/sanitizers.hpp"
#include "session/answers.hpp"
#include "session/binaries.hpp"

namespace heddle::session {
namespace {

std::string words_of(const build::Failure& failure) {
    if (const auto* error = std::get_if<base::Error>(&failure)) return base::to_string(*error);
    return std::get<build::BuildError>(failure).first.message;
}

Checkup failing(const std::string& what, const std::string& found) {
    return {what, Health::missing, found, "Run ./heddle setup."};
}

Checkup of_sanitizer(model::Flavour flavour, const base::Expected<void>& speaks) {
    const std::string tool =
        flavour == model::Flavour::tsan ? "ThreadSanitizer" : "AddressSanitizer";
    if (speaks) return {tool, Health::works, "reports a known mistake", ""};
    if (flavour == model::Flavour::tsan) {
        return {tool, Health::limited, speaks.error().what + "; the scheduler judges races itself",
                "In a container: --security-opt seccomp=unconfined"};
    }
    return {tool, Health::missing, speaks.error().what, speaks.error().hint};
}

base::Expected<build::Staged> stage_skeleton(const Course& course, const Workplace& workplace) {
    const auto exercise = course.catalogue.find(course.catalogue.names().front());
    if (!exercise) return base::fail(exercise.error());
    const auto skeleton = course.skeleton_of(*exercise);
    const auto submission = build::read_submission(*exercise, skeleton);
    if (!submission) return base::fail(submission.error());
    return build::stage(*exercise, skeleton, *submission, workplace.path());
}

}  // namespace

std::vector<Checkup> check_sanitizers(const Course& course) {
    const auto workplace = Workplace::make(course.place);
    if (!workplace) return {failing("build folder", base::to_string(workplace.error()))};
    const auto staged = stage_skeleton(course, *workplace);
    if (!staged) return {failing("exercises", base::to_string(staged.error()))};
    const auto hunt = build_hunt(course, *staged);
    if (!hunt) return {failing("scheduler", words_of(hunt.error()))};
    std::vector<Checkup> checkups = {{"scheduler", Health::works, "a test program builds", ""}};
    const auto others = build_others(course, *staged, hunt->joined);
    if (!others) return {failing("sanitizers", words_of(others.error()))};
    for (const auto& [flavour, speaks] : others->speaks)
        checkups.push_back(of_sanitizer(flavour, speaks));
    return checkups;
}

}  // namespace heddle::session
