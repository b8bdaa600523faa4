// verify(): the course proves itself. Skeletons are unsolved, right programs
// get full marks, wrong ones are rejected with their folder's diagnosis, and
// failing schedules repeat.
#include "process/interrupt.hpp"
#include "process/runner.hpp"
#include "session/cache.hpp"
#include "session/graders.hpp"
#include "session/selection.hpp"
#include "session/specimen.hpp"

namespace heddle::session {
namespace {

using base::Expected;

// How often a failing schedule is replayed to prove that it repeats.
int replays_each(Extent extent) {
    return extent == Extent::all ? 20 : 5;
}

// By content alone: the folder's path never reaches the grader.
model::ExerciseReport grade_specimen(const Course& course, const catalogue::Exercise& exercise,
                                     const Specimen& specimen, int replays) {
    auto submission = build::read_submission(exercise, specimen.folder);
    if (!submission) return not_graded(exercise, submission.error());
    const GradeRequest request{exercise,
                               std::move(*submission),
                               Tests::all,
                               Budget::usual,
                               Seed(course.catalogue.salt(), std::nullopt),
                               replays};
    Quiet quiet;
    return grade_or_recall(course, request, quiet);
}

std::string layer_of(const model::ExerciseReport& report) {
    if (report.build) return "build";
    const model::Finding* const finding = model::main_finding(report);
    return finding == nullptr ? "none" : std::string(model::name(finding->flavour));
}

class Proving {
  public:
    Proving(const catalogue::Exercise& exercise, int replays)
        : exercise_(exercise), replays_(replays) {
        proof_.exercise = exercise.name;
    }

    void take(const Specimen& specimen, const model::ExerciseReport& report) {
        if (!report.graded) fail(specimen, "was not graded: " + report.reason);
        count_replays(report);
        switch (specimen.kind) {
            case Specimen::Kind::skeleton: return take_skeleton(specimen, report);
            case Specimen::Kind::wrong: return take_wrong(specimen, report);
            case Specimen::Kind::solution:
            case Specimen::Kind::right: return take_right(specimen, report);
        }
    }

    ExerciseProof proof() && { return std::move(proof_); }

  private:
    void fail(const Specimen& specimen, const std::string& what) {
        proof_.failures.push_back(exercise_.name + ": " + specimen.label + " " + what);
    }

    // Of a schedule that doesn't repeat in one flavour another's is shown, which did.
    void count_replays(const model::ExerciseReport& report) {
        for (const model::CaseReport& each : report.cases) {
            if (!each.finding) continue;
            proof_.replays.equal += replays_;
            proof_.replays.n += each.is_unsteady ? 2 * replays_ : replays_;
        }
    }

    void take_skeleton(const Specimen& specimen, const model::ExerciseReport& report) {
        proof_.skeleton.expected = exercise_.outcome;
        proof_.skeleton.observed = report.outcome;
        proof_.skeleton.builds = report.graded && !report.build;
        proof_.skeleton.unsolved = !model::is_full(report);
        if (report.outcome != exercise_.outcome) {
            fail(specimen, "is " + std::string(model::name(report.outcome)) + ", declared " +
                               std::string(model::name(exercise_.outcome)));
        }
        if (report.graded && !report.build && report.max_score != exercise_.max_score) {
            fail(specimen, "has cases worth " + std::to_string(report.max_score) +
                               " points, declared " + std::to_string(exercise_.max_score));
        }
    }

    void take_right(const Specimen& specimen, const model::ExerciseReport& report) {
        ++proof_.right.n;
        if (model::is_full(report)) {
            ++proof_.right.full;
            return;
        }
        const model::Finding* const finding = model::main_finding(report);
        fail(specimen, "is accused of " + (finding == nullptr
                                               ? std::string("nothing")
                                               : finding->diagnosis + ": " + finding->message));
    }

    void take_wrong(const Specimen& specimen, const model::ExerciseReport& report) {
        ++proof_.wrong.n;
        const model::Finding* const finding = model::main_finding(report);
        if (finding == nullptr) {
            if (report.graded) fail(specimen, "passes");
            return;
        }
        ++proof_.wrong.rejected;
        ++proof_.wrong.by_layer[layer_of(report)];
        if (finding->schedule > 0) proof_.wrong.found_in.push_back(finding->schedule);
        if (finding->diagnosis == specimen.diagnosis) {
            ++proof_.wrong.right_diagnosis;
        } else {
            const std::string got = finding->diagnosis.empty()
                                        ? std::string(model::name(finding->outcome))
                                        : finding->diagnosis;
            fail(specimen, "is called " + got);
        }
    }

    const catalogue::Exercise& exercise_;
    int replays_;
    ExerciseProof proof_;
};

std::vector<std::vector<Specimen>> specimens_by_exercise(const Course& course,
                                                         const std::vector<Selected>& selected,
                                                         Extent extent) {
    std::vector<std::vector<Specimen>> specimens;
    for (const Selected& each : selected)
        specimens.push_back(specimens_of(course, each.exercise, extent));
    if (extent == Extent::sample) keep_each_diagnosis_once(specimens);
    return specimens;
}

}  // namespace

Expected<CourseProof> verify(const Place& place, const std::vector<std::string>& exercises,
                             Extent extent, VerifyListener& listener) {
    const auto course = open_whole_course(place, "prove itself");
    if (!course) return base::fail(course.error());
    Options options;
    options.exercises = exercises;
    options.breadth = Breadth::all;
    const auto selected = select(*course, options);
    if (!selected) return base::fail(selected.error());

    const auto specimens = specimens_by_exercise(*course, *selected, extent);
    const int replays = replays_each(extent);
    std::vector<Graders::Job> jobs;
    for (std::size_t i = 0; i < selected->size(); ++i) {
        const Selected& each = (*selected)[i];
        for (const Specimen& its : specimens[i]) {
            jobs.push_back([&course, &each, its, replays] {
                return grade_specimen(*course, each.exercise, its, replays);
            });
        }
    }
    const std::size_t total = jobs.size();
    Graders graders(std::move(jobs));
    CourseProof proof;
    proof.extent = extent;
    std::size_t done = 0;
    for (std::size_t i = 0; i < selected->size(); ++i) {
        const catalogue::Exercise& exercise = (*selected)[i].exercise;
        Proving proving(exercise, replays);
        for (const Specimen& specimen : specimens[i]) {
            listener.about_to_grade(exercise.name + ": " + specimen.label, done++, total);
            proving.take(specimen, graders.next());
            if (process::is_interrupted()) return base::fail(process::interrupted_error());
        }
        proof.exercises.push_back(std::move(proving).proof());
    }
    return proof;
}

}  // namespace heddle::session
