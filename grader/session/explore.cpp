// explore(): somebody's own program, schedule by schedule.
#include <fmt/ranges.h>

#include <algorithm>
#include <map>
#include <utility>

#include "build/program_builder.hpp"
#include "session/build_finding.hpp"
#include "session/case_state.hpp"
#include "session/given_choices.hpp"
#include "session/no_verdict.hpp"
#include "session/second_opinion.hpp"
#include "session/seed.hpp"
#include "session/sources.hpp"
#include "session/trial_plan.hpp"
#include "session/views.hpp"

namespace heddle::session {
namespace {

using base::Expected;
using model::Flavour;

constexpr int usual_schedules = 300;

// A sanitizer's schedules take up to ten times as long.
constexpr int hunt_schedules_each_of_sanitizers = 10;

// How often a failing schedule is replayed before it is shown.
constexpr int repeats = 3;

int schedules_of(const ExploreRequest& request, Flavour flavour) {
    const int schedules = request.schedules.value_or(usual_schedules);
    if (flavour == Flavour::hunt) return schedules;
    return std::max(1, schedules / hunt_schedules_each_of_sanitizers);
}

// What was asked for, of any length: who explores decides what takes too long.
explore::Budget all_of(const ExploreRequest& request) {
    return {request.schedules.value_or(exhaustive_schedules), UINT64_MAX};
}

// Nothing when none was named.
Expected<std::optional<scheduler::StrategyKind>> strategy_of(const ExploreRequest& request) {
    if (!request.strategy) return std::nullopt;
    if (const auto strategy = explore::strategy_named(*request.strategy)) return strategy;
    return base::fail({"there is no strategy \"" + *request.strategy + "\"", "--strategy",
                       fmt::format("There are: {}.", fmt::join(explore::strategy_names(), ", "))});
}

// For what builds as well as runs: an error is one of the environment's.
build::Built<void> built(Expected<void> ran) {
    if (!ran) return tl::unexpected<build::Failure>(std::move(ran.error()));
    return {};
}

// One exploration: holds what its steps share.
class Exploring {
  public:
    Exploring(const Course& course, const ExploreRequest& request, const build::Staged& staged,
              std::optional<scheduler::StrategyKind> strategy)
        : request_(request),
          staged_(staged),
          strategy_(strategy),
          sources_(read_sources(staged)),
          runner_(process::make_runner()),
          builder_(course.plan, staged, request_.flags, *runner_) {
        found_.program = staged.sources.front();
        found_.toolchain = course.toolchain();
        found_.seed = request.seed;
        state_.info.name = state_.evidence.name = found_.program;
    }

    Expected<Exploration> run();

  private:
    void tell_failures_apart();
    build::Built<void> build_and_run();
    build::Built<void> build_and_replay(const std::string& choices);
    build::Built<void> add_view(const std::filesystem::path& hunt);
    build::Built<std::filesystem::path> build_program(Flavour flavour);
    Expected<void> run_flavour(Flavour flavour, const std::filesystem::path& program);
    bool is_side_matter(Flavour flavour, const Trial& trial) const;
    bool is_explained() const;
    Expected<void> look_for_memory_errors();
    Expected<void> look_for_races(const std::filesystem::path& tsan,
                                  const std::filesystem::path& hunt);
    Expected<void> run_again(const explore::Replayable& schedule,
                             const std::filesystem::path& program);
    TrialRequest trial_request(Flavour flavour, const std::filesystem::path& program) const;

    const ExploreRequest& request_;
    const build::Staged& staged_;
    std::optional<scheduler::StrategyKind> strategy_;
    explore::Sources sources_;
    std::unique_ptr<process::CommandRunner> runner_;
    build::ProgramBuilder builder_;
    std::map<model::Mode, std::filesystem::path> joined_;
    CaseState state_;
    std::optional<base::Error> undecided_;  // unless AddressSanitizer tells why
    Workbench bench_{0};
    Exploration found_;
};

Expected<Exploration> Exploring::run() {
    const auto done = request_.choices ? build_and_replay(*request_.choices) : build_and_run();
    if (!done) {
        const build::Failure& failure = done.error();
        if (const auto* error = std::get_if<base::Error>(&failure)) return base::fail(*error);
        found_.build = finding_of(std::get<build::BuildError>(failure));
        return found_;
    }
    found_.result = report_of(state_, sources_);
    tell_failures_apart();
    if (auto weak = weak_orders_of({&state_, 1})) found_.observations.push_back(std::move(*weak));
    found_.sources = std::move(sources_);
    return found_;
}

// Each failure by itself: a race explains why an assertion fails, and both are worth knowing.
void Exploring::tell_failures_apart() {
    if (!found_.result.finding) return;
    const model::Finding& main = *found_.result.finding;
    std::optional<model::Outcome> first;  // of the flavour that is shown
    for (const judge::Failed& failed : state_.evidence.failures) {
        auto alone =
            judge::judge({state_.evidence.name, {failed}, state_.evidence.usual}, sources_);
        if (alone.flavour == main.flavour && !first) first = alone.outcome;
        if (alone.outcome != main.outcome) found_.others.push_back(std::move(alone));
    }
    found_.outcome = first.value_or(main.outcome);
}

// Compiled once for all flavours that share a mode.
build::Built<std::filesystem::path> Exploring::build_program(Flavour flavour) {
    const auto mode = model::mode_of(flavour);
    if (!joined_.contains(mode)) {
        auto joined = builder_.compile(mode);
        if (!joined) return tl::unexpected(joined.error());
        joined_[mode] = std::move(*joined);
    }
    return builder_.link(flavour, joined_.at(mode));
}

build::Built<void> Exploring::build_and_run() {
    const auto hunt = build_program(Flavour::hunt);
    if (!hunt) return tl::unexpected(hunt.error());
    if (auto ran = built(run_flavour(Flavour::hunt, *hunt)); !ran) return ran;
    if (!undecided_) {
        const auto tsan = build_program(Flavour::tsan);
        if (!tsan) return tl::unexpected(tsan.error());
        if (auto looked = built(look_for_races(*tsan, *hunt)); !looked) return looked;
    }
    if (!is_explained()) {
        if (auto looked = built(look_for_memory_errors()); !looked) return looked;
    }
    if (undecided_ && state_.evidence.failures.empty())
        return tl::unexpected<build::Failure>(*undecided_);
    return add_view(*hunt);
}

build::Built<void> Exploring::build_and_replay(const std::string& choices) {
    const auto schedule = schedule_in(choices);
    if (!schedule) return tl::unexpected<build::Failure>(schedule.error());
    const auto program = build_program(schedule->flavour);
    if (!program) return tl::unexpected(program.error());
    if (auto ran = built(run_again(*schedule, *program)); !ran) return ran;
    const auto hunt = schedule->flavour == Flavour::hunt ? program : build_program(Flavour::hunt);
    if (!hunt) return tl::unexpected(hunt.error());
    return add_view(*hunt);
}

build::Built<void> Exploring::add_view(const std::filesystem::path& hunt) {
    return built(add_usual_view(state_, trial_request(Flavour::hunt, hunt), bench_));
}

TrialRequest Exploring::trial_request(Flavour flavour, const std::filesystem::path& program) const {
    TrialRequest trial;
    trial.info = state_.info;
    trial.flavour = flavour;
    trial.binary = program;
    trial.files = staged_.files;
    trial.sources = &sources_;
    trial.seed = Seed("", request_.seed).of("explore", "");
    trial.budget = {schedules_of(request_, flavour), UINT64_MAX};
    trial.only = strategy_;
    if (strategy_ == scheduler::StrategyKind::exhaustive) trial.exhaustive = all_of(request_);
    trial.repeats = repeats;
    trial.arguments = request_.arguments;
    trial.known = known_ending(state_);
    if (flavour == Flavour::tsan) trial.suggested = state_.race;
    return trial;
}

Expected<void> Exploring::run_flavour(Flavour flavour, const std::filesystem::path& program) {
    const TrialRequest request = trial_request(flavour, program);
    auto trial = run_trial(request, bench_);
    if (!trial) return base::fail(trial.error());
    auto error = trial->failed ? no_verdict(*trial->failed) : std::nullopt;
    if (!error && trial->is_unsteady) error = did_not_repeat("a failing schedule");
    if (error) {
        if (is_side_matter(flavour, *trial)) {
            found_.observations.push_back(not_followed(flavour, error->what));
        } else if (may_be_memory(*trial)) {
            undecided_ = error;
        } else {
            return base::fail(*error);
        }
        trial->failed.reset();
        trial->is_unsteady = false;
    }
    const bool has_failed = trial->failed.has_value();
    take(state_, std::move(*trial));
    if (flavour == Flavour::hunt && has_failed) return simplify_failure(state_, request, bench_);
    return {};
}

// What can't be followed to its end takes nothing from what is known without it.
bool Exploring::is_side_matter(Flavour flavour, const Trial& trial) const {
    return trial.search.race || !state_.evidence.failures.empty() || flavour == Flavour::asan;
}

// Of damaged memory AddressSanitizer can say more.
bool Exploring::is_explained() const {
    const auto& failures = state_.evidence.failures;
    return !std::all_of(failures.begin(), failures.end(), is_damage);
}

// Where the others have nothing to say: what goes wrong in memory and crashes nothing.
Expected<void> Exploring::look_for_memory_errors() {
    const auto leave = [this](std::string_view why) -> Expected<void> {
        found_.observations.push_back(not_followed(Flavour::asan, why));
        return {};
    };
    const auto asan = build_program(Flavour::asan);
    if (!asan) return leave("AddressSanitizer's build doesn't compile");
    if (const auto started = bench_.program_of(trial_request(Flavour::asan, *asan)); !started)
        return leave(started.error().what);
    state_.is_inconclusive = false;
    if (auto ran = run_flavour(Flavour::asan, *asan); !ran) return ran;
    auto& failures = state_.evidence.failures;
    if (failures.size() > 1 && is_beside_the_point(failures.back(), failures.front()))
        failures.pop_back();
    if (undecided_ && !failures.empty())
        found_.observations.push_back(not_followed(Flavour::hunt, undecided_->what));
    if (!state_.is_inconclusive) return {};
    return leave(
        "in a schedule AddressSanitizer's build can't leave a loop, or has too little memory");
}

// ThreadSanitizer has the first word. Its schedules are few, and it can't stop at plain accesses.
Expected<void> Exploring::look_for_races(const std::filesystem::path& tsan,
                                         const std::filesystem::path& hunt) {
    if (state_.has_fences) {
        found_.observations.push_back(not_asked(thread_sanitizer_knows_no_fences));
    } else if (const auto started = bench_.program_of(trial_request(Flavour::tsan, tsan));
               !started) {
        found_.observations.push_back(not_asked(started.error().what));
    } else if (auto ran = run_flavour(Flavour::tsan, tsan); !ran) {
        return ran;
    } else if (state_.is_inconclusive) {
        found_.observations.push_back(
            not_asked("ThreadSanitizer's build can't leave a loop that waits for plain memory"));
    }
    const auto& failures = state_.evidence.failures;
    const bool has_race = std::any_of(failures.begin(), failures.end(), [](const auto& failed) {
        return failed.failure.ending == scheduler::Ending::data_race;
    });
    const TrialRequest in_hunt = trial_request(Flavour::hunt, hunt);
    if (has_race) return look_closer_at_race(state_, in_hunt, bench_);
    if (auto added = add_race(state_, in_hunt, bench_); !added) return added;
    if (std::exchange(state_.is_unsteady, false)) undecided_ = did_not_repeat("a failing schedule");
    return {};
}

Expected<void> Exploring::run_again(const explore::Replayable& schedule,
                                    const std::filesystem::path& program) {
    auto trial = follow(trial_request(schedule.flavour, program), schedule, bench_);
    if (!trial) return base::fail(trial.error());
    if (const auto error = trial->failed ? no_verdict(*trial->failed) : std::nullopt)
        return base::fail(*error);
    take(state_, std::move(*trial));
    return {};
}

}  // namespace

Expected<Exploration> explore(const Place& place, const ExploreRequest& request) {
    const auto strategy = strategy_of(request);
    if (!strategy) return base::fail(strategy.error());
    const auto course = open_course(place);
    if (!course) return base::fail(course.error());
    const auto workplace = Workplace::make(place);
    if (!workplace) return base::fail(workplace.error());
    const auto staged = build::stage_program(request.files, workplace->path());
    if (!staged) return base::fail(staged.error());
    return Exploring(*course, request, *staged, *strategy).run();
}

}  // namespace heddle::session
