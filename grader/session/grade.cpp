#include "session/grade.hpp"

#include <future>

#include "session/binaries.hpp"
#include "session/build_finding.hpp"
#include "session/case_state.hpp"
#include "session/no_verdict.hpp"
#include "session/trial_plan.hpp"
#include "session/views.hpp"
#include "session/workbench.hpp"
#include "session/workers.hpp"

namespace heddle::session {
namespace {

using base::Expected;
using model::Flavour;

void leave_ungraded(model::ExerciseReport& report, const base::Error& error) {
    report.graded = false;
    report.reason = error.where.empty() ? error.what : error.where + ": " + error.what;
    report.hint = error.hint;
    report.cases.clear();
}

// One run of grade(): holds what its steps share.
class Grading {
  public:
    Grading(const Course& course, const GradeRequest& request, const build::Staged& staged,
            Listener& listener)
        : course_(course),
          request_(request),
          staged_(staged),
          plan_(request, staged),
          listener_(listener) {
        report_.exercise = request.exercise.name;
        report_.title = request.exercise.title;
        report_.max_score = request.exercise.max_score;
        report_.toolchain = course.toolchain();
        report_.seed = request.seed.print();
    }

    model::ExerciseReport run();

  private:
    Expected<void> run_flavours(const HuntBuild& hunt);
    Expected<void> find_cases(const std::filesystem::path& program);
    Expected<void> run_others(Workers& workers, const HuntBuild& hunt, OtherBuilds& others);
    Expected<void> run_flavour(Workers& workers, Flavour flavour,
                               const std::filesystem::path& program);
    std::optional<std::string> why_not_asked(const Expected<void>& speaks) const;
    Expected<void> judge_races_in_hunt(const HuntBuild& hunt, const std::string& why);
    Expected<void> look_harder(const Binaries& binaries);
    Expected<void> refuse_unsteady() const;
    Expected<void> add_views(const std::filesystem::path& program);
    std::optional<std::size_t> main_failure() const;
    void tell_first(Flavour flavour);
    TrialRequest trial_request(std::size_t index, Flavour flavour,
                               const std::filesystem::path& program) const;
    void refuse(const build::Failure& failure);
    void refuse(model::Finding finding);
    void settle();

    const Course& course_;
    const GradeRequest& request_;
    const build::Staged& staged_;
    TrialPlan plan_;
    Listener& listener_;
    model::ExerciseReport report_;
    std::vector<CaseState> cases_;
    Workbench bench_{0};
    bool has_told_first_ = false;
};

void Grading::refuse(model::Finding finding) {
    report_.outcome = finding.outcome;
    report_.build = std::move(finding);
    report_.cases.clear();
}

void Grading::refuse(const build::Failure& failure) {
    if (const auto* error = std::get_if<base::Error>(&failure))
        return leave_ungraded(report_, *error);
    refuse(finding_of(std::get<build::BuildError>(failure)));
}

model::ExerciseReport Grading::run() {
    listener_.stage_began(Stage::compile, std::nullopt);
    const auto hunt = build_hunt(course_, staged_);
    if (!hunt) {
        refuse(hunt.error());
        return report_;
    }
    if (hunt->refused) {
        refuse(finding_of(*hunt->refused));
        return report_;
    }
    if (const auto ran = run_flavours(*hunt); !ran) {
        leave_ungraded(report_, ran.error());
    } else if (report_.graded && !report_.build) {
        settle();
    }
    return report_;
}

Expected<void> Grading::run_flavours(const HuntBuild& hunt) {
    auto others =
        std::async(std::launch::async, [&] { return build_others(course_, staged_, hunt.joined); });
    if (auto found = find_cases(hunt.program); !found) return found;
    Workers workers;
    listener_.stage_began(Stage::run, Flavour::hunt);
    if (auto ran = run_flavour(workers, Flavour::hunt, hunt.program); !ran) return ran;
    auto built = others.get();
    if (!built) {
        refuse(built.error());
        return {};
    }
    if (built->refused) {
        refuse(finding_of(*built->refused));
        return {};
    }
    if (auto ran = run_others(workers, hunt, *built); !ran) return ran;
    if (auto looked = look_harder(built->programs); !looked) return looked;
    if (auto steady = refuse_unsteady(); !steady) return steady;
    return add_views(hunt.program);
}

Expected<void> Grading::find_cases(const std::filesystem::path& program) {
    const auto listed = explore::list_cases(program);
    if (!listed) return base::fail(listed.error());
    for (CaseInfo& info : graded_cases(*listed)) {
        const bool is_wanted =
            request_.tests == Tests::all || info.visibility == model::Visibility::visible;
        if (!is_wanted) continue;
        CaseState state;
        state.evidence.name = info.name;
        state.info = std::move(info);
        cases_.push_back(std::move(state));
    }
    if (!cases_.empty()) return {};
    return base::fail(
        {"the exercise has no test cases here", request_.exercise.name, "Run ./heddle setup."});
}

// Programs that aren't asked are taken out.
Expected<void> Grading::run_others(Workers& workers, const HuntBuild& hunt, OtherBuilds& others) {
    if (const auto& speaks = others.speaks.at(Flavour::asan); !speaks) return speaks;
    if (const auto why = why_not_asked(others.speaks.at(Flavour::tsan))) {
        if (auto judged = judge_races_in_hunt(hunt, *why); !judged) return judged;
        others.programs.erase(Flavour::tsan);
    }
    for (const auto& [flavour, program] : others.programs) {
        listener_.stage_began(Stage::run, flavour);
        if (auto ran = run_flavour(workers, flavour, program); !ran) return ran;
    }
    return {};
}

std::optional<std::string> Grading::why_not_asked(const Expected<void>& speaks) const {
    const bool has_fences = std::any_of(cases_.begin(), cases_.end(),
                                        [](const CaseState& state) { return state.has_fences; });
    if (has_fences) return std::string(thread_sanitizer_knows_no_fences);
    return speaks ? std::nullopt : std::optional(speaks.error().what);
}

Expected<void> Grading::judge_races_in_hunt(const HuntBuild& hunt, const std::string& why) {
    report_.observations.push_back(not_asked(why));
    for (std::size_t i = 0; i < cases_.size(); ++i) {
        if (auto added = add_race(cases_[i], trial_request(i, Flavour::hunt, hunt.program), bench_);
            !added)
            return added;
    }
    return {};
}

Expected<void> Grading::run_flavour(Workers& workers, Flavour flavour,
                                    const std::filesystem::path& program) {
    for (std::size_t i = 0; i < cases_.size(); ++i)
        workers.add(trial_request(i, flavour, program));
    for (std::size_t i = 0; i < cases_.size(); ++i) {
        auto trial = workers.next();
        if (!trial) return base::fail(trial.error());
        take(cases_[trial->case_index], std::move(*trial));
        tell_first(flavour);
    }
    return {};
}

// In the order of the cases, not of their ends: the same words on an idle and on a busy machine.
void Grading::tell_first(Flavour flavour) {
    if (has_told_first_) return;
    for (const CaseState& state : cases_) {
        if (!has_run(state, flavour)) return;
        if (state.evidence.failures.empty()) continue;
        has_told_first_ = true;
        listener_.first_finding(report_.exercise, report_of(state, plan_.sources()));
        return;
    }
}

TrialRequest Grading::trial_request(std::size_t index, Flavour flavour,
                                    const std::filesystem::path& program) const {
    return plan_.request_for(cases_, index, flavour, program);
}

// A schedule that fails and doesn't repeat reads memory that nobody wrote. The sanitizers, which
// repeat, see that in one schedule of many: such a case gets more of theirs.
Expected<void> Grading::look_harder(const Binaries& binaries) {
    for (std::size_t i = 0; i < cases_.size(); ++i) {
        for (const auto& [flavour, program] : binaries) {
            if (!cases_[i].is_unsteady || !cases_[i].evidence.failures.empty()) continue;
            const TrialRequest request = plan_.harder_request_for(cases_, i, flavour, program);
            auto trial = run_trial(request, bench_);
            if (!trial) return base::fail(trial.error());
            take(cases_[i], std::move(*trial));
        }
    }
    return {};
}

// When nothing at all repeats, no verdict can be defended. A case that doesn't beside others that
// do costs no point of its own.
Expected<void> Grading::refuse_unsteady() const {
    const bool has_steady = std::any_of(cases_.begin(), cases_.end(), [](const CaseState& state) {
        return !state.evidence.failures.empty();
    });
    if (has_steady) return {};
    for (const CaseState& state : cases_) {
        if (state.is_unsteady)
            return base::fail(did_not_repeat("a failing schedule of \"" + state.info.name + "\""));
    }
    return {};
}

// What the report shows: the first failure in a schedule that a person can follow (it would take
// too long for all), and where all is well what right looks like.
Expected<void> Grading::add_views(const std::filesystem::path& program) {
    const auto request = [&](std::size_t i) { return trial_request(i, Flavour::hunt, program); };
    for (std::size_t i = 0; i < cases_.size(); ++i) {
        if (auto added = add_usual_view(cases_[i], request(i), bench_); !added) return added;
    }
    const auto main = main_failure();
    if (!main) return add_passing_view(cases_.front(), request(0), bench_);
    if (auto simple = simplify_failure(cases_[*main], request(*main), bench_); !simple)
        return simple;
    return add_usual_view(cases_[*main], request(*main), bench_);
}

std::optional<std::size_t> Grading::main_failure() const {
    model::ExerciseReport so_far;
    for (const CaseState& state : cases_)
        so_far.cases.push_back(report_of(state, plan_.sources()));
    const model::CaseReport* const main = model::main_case(so_far);
    if (main == nullptr) return std::nullopt;
    return static_cast<std::size_t>(main - so_far.cases.data());
}

void Grading::settle() {
    report_.max_score = 0;
    for (const CaseState& state : cases_) {
        report_.cases.push_back(report_of(state, plan_.sources()));
        report_.score += report_.cases.back().points;
        report_.max_score += report_.cases.back().max_points;
        if (auto left = left_unchecked(state)) report_.observations.push_back(std::move(*left));
    }
    if (auto weak = weak_orders_of(cases_)) report_.observations.push_back(std::move(*weak));
    const model::Finding* const main = model::main_finding(report_);
    report_.outcome = main == nullptr ? model::Outcome::passed : main->outcome;
}

}  // namespace

model::ExerciseReport not_graded(const catalogue::Exercise& exercise, const base::Error& error) {
    model::ExerciseReport report;
    report.exercise = exercise.name;
    report.title = exercise.title;
    report.max_score = exercise.max_score;
    leave_ungraded(report, error);
    return report;
}

model::ExerciseReport grade(const Course& course, const GradeRequest& request, Listener& listener) {
    const auto workplace = Workplace::make(course.place);
    if (!workplace) return not_graded(request.exercise, workplace.error());
    const auto staged = build::stage(request.exercise, course.skeleton_of(request.exercise),
                                     request.submission, workplace->path());
    if (!staged) return not_graded(request.exercise, staged.error());
    return Grading(course, request, *staged, listener).run();
}

}  // namespace heddle::session
