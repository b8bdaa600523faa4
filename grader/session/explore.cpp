// explore(): somebody's own program, schedule by schedule.
#include <cctype>
#include <nlohmann/json.hpp>

#include "base/file.hpp"
#include "build/program_builder.hpp"
#include "session/build_finding.hpp"
#include "session/case_state.hpp"
#include "session/seed.hpp"
#include "session/sources.hpp"
#include "session/views.hpp"

namespace heddle::session {
namespace {

using base::Expected;
using model::Flavour;

// ThreadSanitizer's schedules take ten times as long.
constexpr int hunt_schedules_each_tsan = 10;

// How often a failing schedule is replayed before it is shown.
constexpr int repeats = 3;

int schedules_of(const ExploreRequest& request, Flavour flavour) {
    if (flavour == Flavour::hunt) return request.schedules;
    return std::max(1, request.schedules / hunt_schedules_each_tsan);
}

// What the scheduler doesn't control makes no finding: nobody knows what it would have done.
base::Error uncontrolled(const explore::Observation& seen) {
    return {
        std::string("the program does what isn't controlled here: ") + seen.summary.message.data(),
        seen.where ? seen.where->line.file + ":" + std::to_string(seen.where->line.line) : "",
        "What a schedule would do after it isn't known, so none is judged."};
}

base::Error not_choices(const std::string& text) {
    return {"these are no choices: " + text.substr(0, 40), "--replay",
            "They begin with \"hunt:\" or \"tsan:\"; --json writes them under \"choices\"."};
}

base::Error of_other_code() {
    return {"these choices don't fit the program", "--replay",
            "They are of other code, of other arguments or of another version of Heddle."};
}

// What --json wrote, or the choices alone.
std::string choices_in(std::string content) {
    const auto document = nlohmann::json::parse(content, nullptr, false);
    if (document.is_object()) {
        const auto choices = document.value("/finding/choices"_json_pointer, nlohmann::json());
        return choices.is_string() ? choices.get<std::string>() : "";
    }
    while (!content.empty() && std::isspace(static_cast<unsigned char>(content.back())) != 0)
        content.pop_back();
    return content;
}

// Of the text itself, or of the file that it names.
Expected<explore::Replayable> schedule_in(const std::string& text) {
    if (const auto schedule = explore::replayable_from(text)) return *schedule;
    const auto content = base::read_file(text);
    const auto schedule = explore::replayable_from(content ? choices_in(*content) : "");
    if (!schedule) return base::fail(not_choices(text));
    return *schedule;
}

// A long program and an endless one look alike until a limit: neither is accused.
bool is_too_long(scheduler::Ending ending) {
    return ending == scheduler::Ending::step_limit || ending == scheduler::Ending::cpu_limit;
}

base::Error too_long(scheduler::Ending ending) {
    const bool is_time = ending == scheduler::Ending::cpu_limit;
    return {is_time ? "a schedule took more processor time than the scheduler gives it"
                    : "a schedule was not over after 20,000 steps",
            "",
            "If the program is meant to end: explore a smaller problem, with fewer rounds or less "
            "data. If a loop waits for another thread, let it wait on a condition or an atomic."};
}

// One exploration: holds what its steps share.
class Exploring {
  public:
    Exploring(const Course& course, const ExploreRequest& request, const build::Staged& staged)
        : request_(request),
          staged_(staged),
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
    build::Built<void> build_and_run();
    build::Built<void> build_and_replay(const std::string& choices);
    Expected<void> run_flavour(Flavour flavour, const std::filesystem::path& program);
    Expected<void> run_again(const explore::Replayable& schedule,
                             const std::filesystem::path& program);
    TrialRequest trial_request(Flavour flavour, const std::filesystem::path& program) const;

    const ExploreRequest& request_;
    const build::Staged& staged_;
    explore::Sources sources_;
    std::unique_ptr<process::CommandRunner> runner_;
    build::ProgramBuilder builder_;
    CaseState state_;
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
    found_.sources = std::move(sources_);
    return found_;
}

build::Built<void> Exploring::build_and_run() {
    const auto joined = builder_.compile(model::Mode::thread);
    if (!joined) return tl::unexpected(joined.error());
    const auto hunt = builder_.link(Flavour::hunt, *joined);
    if (!hunt) return tl::unexpected(hunt.error());
    if (auto ran = run_flavour(Flavour::hunt, *hunt); !ran)
        return tl::unexpected<build::Failure>(ran.error());
    const auto tsan = builder_.link(Flavour::tsan, *joined);
    if (!tsan) return tl::unexpected(tsan.error());
    if (auto ran = run_flavour(Flavour::tsan, *tsan); !ran)
        return tl::unexpected<build::Failure>(ran.error());
    if (auto added = add_usual_view(state_, trial_request(Flavour::hunt, *hunt), bench_); !added)
        return tl::unexpected<build::Failure>(added.error());
    return {};
}

build::Built<void> Exploring::build_and_replay(const std::string& choices) {
    const auto schedule = schedule_in(choices);
    if (!schedule) return tl::unexpected<build::Failure>(schedule.error());
    if (schedule->flavour == Flavour::asan)
        return tl::unexpected<build::Failure>(not_choices(choices));
    const auto joined = builder_.compile(model::Mode::thread);
    if (!joined) return tl::unexpected(joined.error());
    const auto program = builder_.link(schedule->flavour, *joined);
    if (!program) return tl::unexpected(program.error());
    if (auto ran = run_again(*schedule, *program); !ran)
        return tl::unexpected<build::Failure>(ran.error());
    if (schedule->flavour == Flavour::hunt) return {};
    const auto hunt = builder_.link(Flavour::hunt, *joined);
    if (!hunt) return tl::unexpected(hunt.error());
    if (auto added = add_usual_view(state_, trial_request(Flavour::hunt, *hunt), bench_); !added)
        return tl::unexpected<build::Failure>(added.error());
    return {};
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
    trial.repeats = repeats;
    trial.arguments = request_.arguments;
    trial.known = known_ending(state_);
    return trial;
}

Expected<void> Exploring::run_flavour(Flavour flavour, const std::filesystem::path& program) {
    const TrialRequest request = trial_request(flavour, program);
    auto trial = run_trial(request, bench_);
    if (!trial) return base::fail(trial.error());
    if (trial->search.failure && is_too_long(trial->search.failure->ending))
        return base::fail(too_long(trial->search.failure->ending));
    if (trial->failed && trial->failed->summary.ending == scheduler::Ending::unsupported) {
        // What a sanitizer can't follow takes nothing from what was found without it.
        if (!state_.evidence.failures.empty()) return {};
        return base::fail(uncontrolled(*trial->failed));
    }
    if (trial->is_unsteady) {
        return base::fail({"a failing schedule did not repeat", "",
                           "Look for what differs from run to run though the schedule doesn't: "
                           "random numbers, addresses used as numbers, memory nobody wrote."});
    }
    take(state_, std::move(*trial));
    return flavour == Flavour::hunt ? simplify_failure(state_, request, bench_) : Expected<void>();
}

Expected<void> Exploring::run_again(const explore::Replayable& schedule,
                                    const std::filesystem::path& program) {
    const TrialRequest request = trial_request(schedule.flavour, program);
    const auto started = bench_.program_of(request);
    if (!started) return base::fail(started.error());
    const auto run = (*started)->run(schedule.command, schedule.choices);
    if (!run) return base::fail(run.error());
    Trial trial{0, schedule.flavour, {}, std::nullopt, false};
    trial.search.schedules = 1;
    trial.search.virtual_time = (*run)->time;
    const scheduler::Ending ending = (*run)->ending;
    if (ending == scheduler::Ending::replay_mismatch) return base::fail(of_other_code());
    if (is_too_long(ending)) return base::fail(too_long(ending));
    if (ending != scheduler::Ending::completed) {
        trial.search.failure = {0, "replay", ending, (*run)->fingerprint, schedule};
        const auto symbols = bench_.symbols_of(request);
        if (!symbols) return base::fail(symbols.error());
        auto seen = explore::observe(**started, **symbols, sources_, schedule);
        if (!seen) return base::fail(seen.error());
        if (ending == scheduler::Ending::unsupported) return base::fail(uncontrolled(*seen));
        trial.failed = std::move(*seen);
    }
    take(state_, std::move(trial));
    return {};
}

}  // namespace

Expected<Exploration> explore(const Place& place, const ExploreRequest& request) {
    const auto course = open_course(place);
    if (!course) return base::fail(course.error());
    const auto workplace = Workplace::make(place);
    if (!workplace) return base::fail(workplace.error());
    const auto staged = build::stage_program(request.files, workplace->path());
    if (!staged) return base::fail(staged.error());
    return Exploring(*course, request, *staged).run();
}

}  // namespace heddle::session
