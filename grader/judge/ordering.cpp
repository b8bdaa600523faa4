#include "judge/ordering.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "judge/atomicity.hpp"
#include "judge/source_text.hpp"
#include "judge/words.hpp"

namespace heddle::judge {
namespace {

using explore::Observation;
using explore::ObservedStep;
using scheduler::Ending;
using scheduler::Operation;
using scheduler::StepResult;
using scheduler::ThreadId;

bool is_own_sleep(const ObservedStep& step) {
    return step.raw.operation == Operation::sleep && step.raw.result == StepResult::done &&
           step.place;
}

// The first sleep of the thread that is to blame; if it never slept, the first of all.
const ObservedStep* first_sleep(const Observation& observation, ThreadId blamed) {
    const ObservedStep* first = nullptr;
    for (const ObservedStep& step : observation.steps) {
        if (!is_own_sleep(step)) continue;
        if (step.raw.thread == blamed) return &step;
        if (first == nullptr) first = &step;
    }
    return first;
}

const ObservedStep* first_sleep(const Observation& observation) {
    return first_sleep(observation, observation.summary.ending_thread);
}

bool was_reported(const Observation& observation, const std::string& id) {
    return std::any_of(observation.evidence.begin(), observation.evidence.end(),
                       [&](const auto& evidence) { return evidence.id == id; });
}

// Where the tests saw for themselves what happened, only a sleep of the thread that failed counts:
// others sleep for reasons of their own. An order that was only slept for is the sleepers' own.
bool failed_with_sleeps_early(const Failed& failed) {
    const Observation& seen = failed.observation;
    const ObservedStep* const sleep = first_sleep(seen);
    if (seen.summary.early_expiries == 0 || sleep == nullptr) return false;
    return seen.evidence.empty() || was_reported(seen, "order-assumed") ||
           sleep->raw.thread == seen.summary.ending_thread;
}

// The thread that started the others slept since, and joined none of them. If it did their work
// itself, the sleep was a part of that.
bool slept_instead_of_joining(const Failed& failed) {
    const Observation& seen = failed.observation;
    if (was_reported(seen, "work-on-main") || was_reported(seen, "run-not-start")) return false;
    bool has_slept = false;
    bool has_started = false;
    for (const ObservedStep& step : failed.observation.steps) {
        if (step.raw.thread != failed.observation.summary.ending_thread || !step.place) continue;
        has_started |= step.raw.operation == Operation::create;
        has_slept |= has_started && is_own_sleep(step);
        if (step.raw.operation == Operation::join) return false;
    }
    return has_slept;
}

// The later thread slept between the two accesses, and virtual time passed meanwhile.
bool is_kept_apart(const Race& race) {
    if (race.second->raw.time <= race.first->raw.time) return false;
    return std::any_of(race.in->steps.begin(), race.in->steps.end(), [&](const ObservedStep& s) {
        return &s < race.second && s.raw.thread == race.second->raw.thread && is_own_sleep(s) &&
               s.raw.time > race.first->raw.time;
    });
}

// Threads that the student's own code started.
std::set<ThreadId> started_by_student(const Observation& observation) {
    std::set<ThreadId> started;
    for (const ObservedStep& step : observation.steps) {
        const bool creates = step.raw.operation == Operation::create && step.raw.has_value;
        if (creates && step.place) started.insert(static_cast<ThreadId>(step.raw.value));
    }
    return started;
}

// Those of them that nobody has joined or detached.
std::set<ThreadId> joinable(const Observation& observation) {
    std::set<ThreadId> threads = started_by_student(observation);
    for (const ObservedStep& step : observation.steps) {
        const bool gives_up =
            step.raw.operation == Operation::join || step.raw.operation == Operation::detach;
        if (gives_up && step.raw.result == StepResult::done)
            threads.erase(static_cast<ThreadId>(step.raw.value));
    }
    return threads;
}

// By the student's code: a test may join what it gets back.
std::size_t count_joined(const Observation& observation, const std::set<ThreadId>& of) {
    return static_cast<std::size_t>(std::count_if(
        observation.steps.begin(), observation.steps.end(), [&](const ObservedStep& step) {
            return step.raw.operation == Operation::join && step.raw.result == StepResult::done &&
                   step.place && of.contains(static_cast<ThreadId>(step.raw.value));
        }));
}

std::set<ThreadId> not_ended(const Observation& observation, std::set<ThreadId> threads) {
    for (const ObservedStep& step : observation.steps) {
        if (step.raw.operation == Operation::end) threads.erase(step.raw.thread);
    }
    return threads;
}

// A read by the thread that started the others, after which one of them that lived already still
// wrote, and which nobody repeated.
const ObservedStep* early_read(const Observation& observation, const std::set<ThreadId>& others) {
    std::map<std::uint64_t, const ObservedStep*> last_reads;  // by address
    std::map<ThreadId, const ObservedStep*> creations;
    for (const ObservedStep& step : observation.steps) {
        const bool is_theirs = others.contains(step.raw.thread);
        if (step.raw.operation == Operation::create && step.raw.has_value)
            creations[static_cast<ThreadId>(step.raw.value)] = &step;
        if (step.place && !is_theirs && reads(step.raw)) last_reads[step.raw.address] = &step;
    }
    const auto& steps = observation.steps;
    for (auto step = steps.rbegin(); step != steps.rend(); ++step) {
        const bool is_theirs = others.contains(step->raw.thread);
        if (!step->place || !is_theirs || !writes(step->raw)) continue;
        const auto read = last_reads.find(step->raw.address);
        const auto creation = creations.find(step->raw.thread);
        const bool lived = read != last_reads.end() && creation != creations.end() &&
                           creation->second < read->second;
        if (lived && read->second < &*step) return read->second;
    }
    return nullptr;
}

// How the case fails when threads outlive the reading of their result.
struct Early {
    const Failed* failed = nullptr;
    std::optional<explore::Place> where;
    std::size_t started = 0;
    std::size_t joined = 0;
};

std::optional<Early> result_too_early(const View& view) {
    const Failed* const failed = view.assertion();
    if (failed == nullptr) return std::nullopt;
    const Observation& seen = failed->observation;
    const bool is_reported =
        was_reported(seen, "never-joined") || was_reported(seen, "joined-some");
    if (!seen.evidence.empty() && !is_reported) return std::nullopt;
    const auto started = started_by_student(seen);
    if (started.empty()) return std::nullopt;
    // What fails in one of them is no result that somebody read too early.
    if (!is_reported && started.contains(seen.summary.ending_thread)) return std::nullopt;
    const ObservedStep* const read = early_read(seen, started);
    if (!is_reported && read == nullptr && not_ended(seen, started).empty()) return std::nullopt;
    Early early{failed, std::nullopt, started.size(), count_joined(seen, started)};
    if (was_reported(seen, "joined-some")) early.joined = std::max<std::size_t>(early.joined, 1);
    if (read != nullptr) early.where = read->place;
    return early;
}

// Whether threads were still at work when their result was read, or at the end. A race needs no
// luck to be seen, and is one however long the sleep was.
bool is_too_early(const Observation& seen) {
    const auto started = started_by_student(seen);
    return early_read(seen, started) != nullptr || !not_ended(seen, started).empty();
}

std::optional<explore::Place> place_of_start(const Observation& observation) {
    for (const ObservedStep& step : observation.steps) {
        if (step.raw.operation == Operation::create && step.place) return step.place;
    }
    return std::nullopt;
}

// Whether whoever started the thread that failed has nothing left to do but to wait for it, at the
// brace that ends a block: there its owner waits, while what was declared before may have been
// returned already.
bool is_waited_for_by_its_owner(const Observation& seen, const explore::Sources& sources) {
    const ObservedStep* const creation = creation_of(seen, seen.summary.ending_thread);
    if (creation == nullptr) return false;
    const ObservedStep* last = creation;  // of the creator
    for (const ObservedStep& step : seen.steps) {
        if (step.raw.thread == creation->raw.thread) last = &step;
    }
    if (!last->is_in_library || !last->place) return false;
    const bool waits =
        last->raw.operation == Operation::join || last->raw.operation == Operation::wait;
    const std::string code = code_at(sources, last->place->line);
    return waits && last->raw.result == StepResult::waits && !code.empty() &&
           code.find_first_not_of(" \t}") == std::string::npos;
}

// A failure in a thread that the student's code started, after the case's own part was over, or
// while nobody but its owner waited.
std::optional<Early> failure_after_the_end(const View& view) {
    for (const Failed& failed : view.evidence.failures) {
        const Observation& seen = failed.observation;
        const bool is_memory = failed.failure.ending == Ending::memory_error ||
                               failed.failure.ending == Ending::crashed;
        const bool is_over = std::any_of(
            seen.steps.begin(), seen.steps.end(),
            [](const ObservedStep& step) { return step.raw.operation == Operation::finish; });
        const auto started = started_by_student(seen);
        if (!is_memory || !started.contains(seen.summary.ending_thread)) continue;
        if (!is_over && !is_waited_for_by_its_owner(seen, view.sources)) continue;
        return Early{&failed, seen.where, started.size(), count_joined(seen, started)};
    }
    return std::nullopt;
}

Match outliving(const Early& early) {
    const Observation& seen = early.failed->observation;
    return {early.failed,
            fmt::format("{} is still at work when all that it uses has gone: {} of {} threads were "
                        "joined.",
                        thread_name(seen, seen.summary.ending_thread), early.joined, early.started),
            early.where};
}

Match match_of(const Early& early, const std::string& what) {
    const Observation& seen = early.failed->observation;
    const auto where = early.where ? early.where : place_of_start(seen);
    return {early.failed, fmt::format("{}. {}", expectation(seen.summary), what), where};
}

}  // namespace

std::optional<Match> is_sleep_sync(const View& view) {
    const auto& failures = view.evidence.failures;
    const bool sleep_is_all = std::all_of(failures.begin(), failures.end(), [](const Failed& f) {
        if (f.failure.ending == Ending::step_limit) return false;  // who asks often isn't too early
        return failed_with_sleeps_early(f) ||
               (slept_instead_of_joining(f) &&
                (f.failure.ending == Ending::data_race || is_too_early(f.observation)));
    });
    if (!sleep_is_all) return std::nullopt;
    const bool usually_passes =
        !view.evidence.usual || view.evidence.usual->summary.ending == Ending::completed;
    if (!usually_passes || is_split_rmw(view) || is_check_act(view)) return std::nullopt;
    const Failed& failed = failures.front();
    const ObservedStep& sleep = *first_sleep(failed.observation);
    const std::string what = fmt::format(
        "{} slept at {} until the others should be done; on a busy machine they are not.",
        thread_name(failed.observation, sleep.raw.thread),
        location(failed.observation, sleep.place));
    const bool has_words = failed.failure.ending == Ending::failed_assertion;
    const std::string words = has_words ? expectation(failed.observation.summary) + ". " : "";
    return Match{&failed, words + what, sleep.place};
}

std::optional<Match> is_ordered_by_sleep(const View& view) {
    const bool all_apart = !view.races.empty() &&
                           std::all_of(view.races.begin(), view.races.end(), [](const Race& race) {
                               return race.in->summary.early_expiries == 0 && is_kept_apart(race);
                           });
    if (!all_apart) return std::nullopt;
    const Race& race = view.races.front();
    const ObservedStep* const sleep = first_sleep(*race.in, race.second->raw.thread);
    return Match{
        view.ended(Ending::data_race),
        fmt::format("Only a sleep, at {}, keeps these apart: {}; {}.",
                    location(*race.in, sleep->place),
                    deed(*race.in, *race.first, name_or(race.first->object, "the data")),
                    deed(*race.in, *race.second, name_or(race.second->object, "the data"))),
        sleep->place};
}

std::optional<Match> is_joined_some(const View& view) {
    const auto early = result_too_early(view);
    if (!early || early->joined == 0) return std::nullopt;
    return match_of(*early, fmt::format("Not all of the {} threads had been waited for when the "
                                        "result was read.",
                                        early->started));
}

std::optional<Match> is_never_joined(const View& view) {
    const auto early = result_too_early(view);
    if (!early || early->joined > 0) return std::nullopt;
    if (was_reported(early->failed->observation, "never-joined")) return std::nullopt;
    return match_of(
        *early, fmt::format("{} threads were started, and nobody waited for any.", early->started));
}

std::optional<Match> is_outliving_some(const View& view) {
    const auto early = failure_after_the_end(view);
    if (!early || early->joined == 0) return std::nullopt;
    return outliving(*early);
}

std::optional<Match> is_outliving_all(const View& view) {
    const auto early = failure_after_the_end(view);
    if (!early || early->joined > 0) return std::nullopt;
    return outliving(*early);
}

std::optional<Match> is_dropped_thread(const View& view) {
    const Failed* const failed = view.ended(Ending::terminated);
    if (failed == nullptr) return std::nullopt;
    const Observation& seen = failed->observation;
    if (seen.summary.message[0] != '\0' || joinable(seen).empty()) return std::nullopt;
    return Match{failed,
                 fmt::format("{} destroyed a std::thread that nobody had joined or detached: the "
                             "program ends there.",
                             thread_name(seen, seen.summary.ending_thread)),
                 seen.where};
}

}  // namespace heddle::judge
