#include "session/specimen_graders.hpp"

#include <algorithm>

#include "session/cache.hpp"
#include "session/grade.hpp"

namespace heddle::session {
namespace {

// By content alone: the folder's path never reaches the grader.
model::ExerciseReport grade_specimen(const Course& course, const Specimen& specimen) {
    auto submission = build::read_submission(specimen.exercise, specimen.folder);
    if (!submission) return not_graded(specimen.exercise, submission.error());
    const GradeRequest request{specimen.exercise,
                               std::move(*submission),
                               Tests::all,
                               Budget::usual,
                               Seed(course.catalogue.salt(), std::nullopt),
                               replays_each};
    const std::string key = cache_key(course, request);
    if (auto known = cached(course, key)) return *known;
    Quiet quiet;
    model::ExerciseReport report = grade(course, request, quiet);
    keep(course, key, report);
    return report;
}

}  // namespace

SpecimenGraders::SpecimenGraders(const Course& course, std::span<const Specimen> specimens)
    : course_(course), specimens_(specimens), reports_(specimens.size()) {
    const unsigned processors = std::clamp(std::thread::hardware_concurrency(), 1U, 4U);
    for (unsigned i = 0; i < processors; ++i)
        threads_.emplace_back([this] { work(); });
}

SpecimenGraders::~SpecimenGraders() {
    is_closing_ = true;
}

model::ExerciseReport SpecimenGraders::next() {
    return reports_[taken_++].get_future().get();
}

void SpecimenGraders::work() {
    while (!is_closing_) {
        const std::size_t mine = begun_++;
        if (mine >= specimens_.size()) return;
        try {
            reports_[mine].set_value(grade_specimen(course_, specimens_[mine]));
        } catch (...) {
            reports_[mine].set_exception(std::current_exception());  // for whoever asks next
        }
    }
}

}  // namespace heddle::session
