#include "judge/handover.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "judge/lifecycle.hpp"
#include "judge/source_text.hpp"
#include "judge/words.hpp"

namespace heddle::judge {
namespace {

using explore::Observation;
using explore::ObservedStep;
using explore::Place;
using scheduler::Operation;
using scheduler::Step;
using scheduler::StepResult;
using scheduler::ThreadId;

bool has_started(const Observation& observation, ThreadId starter, ThreadId thread) {
    const ObservedStep* const creation = creation_of(observation, thread);
    return creation != nullptr && creation->place && creation->raw.thread == starter;
}

bool is_bare(const Step& step) {
    return step.held_count == 0 && !is_atomic(step);
}

// Whoever reads the same memory on the same line again and again watches it, and takes no result.
bool is_watched(const Observation& observation, const ObservedStep& read) {
    return std::any_of(observation.steps.begin(), observation.steps.end(),
                       [&](const ObservedStep& step) {
                           return &step != &read && step.raw.thread == read.raw.thread &&
                                  reads(step.raw) && overlap(step.raw, read.raw) && step.place &&
                                  read.place && step.place->line == read.place->line;
                       });
}

// The reading access of a race between a thread and the one that started it; else null.
const ObservedStep* early_read(const Race& race) {
    if (!is_bare(race.first->raw) || !is_bare(race.second->raw)) return nullptr;
    const ObservedStep* const read = writes(race.first->raw) ? race.second : race.first;
    const ObservedStep* const write = read == race.first ? race.second : race.first;
    const bool is_handover = !writes(read->raw) &&
                             has_started(*race.in, read->raw.thread, write->raw.thread) &&
                             !is_watched(*race.in, *read);
    return is_handover ? read : nullptr;
}

// The reader's joins, however late: those in the student's code where that reads, else the tests'.
std::size_t count_joins(const Observation& observation, ThreadId reader,
                        const std::optional<Place>& read) {
    return static_cast<std::size_t>(std::count_if(
        observation.steps.begin(), observation.steps.end(), [&](const ObservedStep& step) {
            return step.raw.operation == Operation::join && step.raw.thread == reader &&
                   step.place.has_value() == read.has_value() &&
                   step.raw.result == StepResult::done;
        }));
}

struct EarlyRead {
    Match match;
    bool is_some_joined = false;
};

// Where hunt shows no access of the race, as with a copy by memcpy, the tests' word must do.
std::optional<EarlyRead> reported_early(const View& view) {
    const auto named = reported(view);
    const bool is_meant = named && (named->id == "joined-some" || named->id == "never-joined");
    if (!is_meant) return std::nullopt;
    return EarlyRead{named->match, named->id == "joined-some"};
}

// Whether the line stands in a function that starts threads itself, outside of any lambda there.
bool is_where_threads_start(const View& view, const Observation& observation, const Place& place) {
    const auto reading = function_around(view.sources, place.line);
    return reading &&
           std::any_of(observation.steps.begin(), observation.steps.end(),
                       [&](const ObservedStep& step) {
                           if (step.raw.operation != Operation::create) return false;
                           if (!step.place) return false;
                           if (step.place->line.file != place.line.file) return false;
                           const auto starting = function_around(view.sources, step.place->line);
                           return starting && starting->first_line == reading->first_line;
                       });
}

// Else the text may tell who reads.
std::optional<EarlyRead> read_where_threads_start(const View& view, const Failed& report) {
    const Observation& seen = report.observation;
    const auto& is_write = seen.summary.report.writes;
    const auto& read = is_write[0] ? seen.other_where : seen.where;
    const auto& write = is_write[0] ? seen.where : seen.other_where;
    if (is_write[0] == is_write[1] || !read || !write) return std::nullopt;
    if (!is_where_threads_start(view, seen, *read)) return std::nullopt;
    if (is_where_threads_start(view, seen, *write)) return std::nullopt;
    const Observation& whole = view.hunt() != nullptr ? view.hunt()->observation : seen;
    return EarlyRead{
        {&report,
         fmt::format("What is read at {} is written by a thread, at {}, and nobody has "
                     "waited for that thread.",
                     location(seen, read), location(seen, write)),
         read},
        count_joins(whole, 0, read) > 0};
}

std::optional<EarlyRead> result_read_early(const View& view) {
    const auto& races = view.races;
    const Failed* const report = view.ended(scheduler::Ending::data_race);
    if (report == nullptr) return std::nullopt;
    if (races.empty()) {
        const auto early = reported_early(view);
        return early ? early : read_where_threads_start(view, *report);
    }
    if (!std::all_of(races.begin(), races.end(), early_read)) return std::nullopt;
    const Race& race = races.front();
    const ObservedStep& read = *early_read(race);
    const ObservedStep& write = &read == race.first ? *race.second : *race.first;
    const std::string datum = name_or(name_or(read.object, write.object), "the result");
    return EarlyRead{
        {view.ended(scheduler::Ending::data_race),
         fmt::format("{}; {}, and nobody has waited for {}.", deed(*race.in, read, datum),
                     deed(*race.in, write, datum), thread_name(*race.in, write.raw.thread)),
         read.place ? read.place : write.place},
        count_joins(*race.in, read.raw.thread, read.place) > 0};
}

// Where the thread's stack begins, and grows downwards from; 0 where it never ended.
std::uint64_t stack_begin(const Observation& observation, ThreadId thread) {
    for (const ObservedStep& step : observation.steps) {
        const bool is_end = step.raw.thread == thread && step.raw.operation == Operation::end;
        if (is_end) return step.raw.before;
    }
    return 0;
}

// A write elsewhere than on the thread's own stack: there lie its local variables and, where
// nothing is optimised, what an expression needs for a moment.
bool is_result_of(const ObservedStep& step, ThreadId thread, std::uint64_t stack_begin) {
    constexpr std::uint64_t stack_size = std::uint64_t{8} << 20U;
    const bool is_local =
        step.raw.address < stack_begin && stack_begin - step.raw.address < stack_size;
    return step.raw.thread == thread && writes(step.raw) && step.place && !step.is_in_library &&
           !is_local;
}

// Another thread reads there, from the writer's creation until somebody else writes: memory is used
// again and again.
bool is_read_by_others(const Observation& observation, const ObservedStep& created,
                       const ObservedStep& write) {
    const auto* const end = observation.steps.data() + observation.steps.size();
    const auto is_foreign = [&](const ObservedStep& step) {
        return step.raw.thread != write.raw.thread && overlap(step.raw, write.raw) &&
               (reads(step.raw) || writes(step.raw));
    };
    const auto is_read = [&](const ObservedStep& step) {
        return is_foreign(step) && reads(step.raw);
    };
    const auto* const next = std::find_if(&write, end, is_foreign);
    return std::any_of(&created, &write, is_read) || (next != end && reads(next->raw));
}

// The last thing that the thread wrote in the student's own lines; null where it wrote nothing, put
// something out, or another thread read of it.
const ObservedStep* unread_result(const Observation& observation, const ObservedStep& created) {
    const auto thread = static_cast<ThreadId>(created.raw.value);
    const std::uint64_t stack = stack_begin(observation, thread);
    const ObservedStep* last = nullptr;
    for (const ObservedStep& step : observation.steps) {
        if (step.raw.thread == thread && step.raw.operation == Operation::output) return nullptr;
        if (!is_result_of(step, thread, stack)) continue;
        if (is_read_by_others(observation, created, step)) return nullptr;
        last = &step;
    }
    return last;
}

bool has_ended(const Observation& observation, ThreadId thread) {
    return std::any_of(observation.steps.begin(), observation.steps.end(),
                       [&](const ObservedStep& step) {
                           return step.raw.thread == thread && step.raw.operation == Operation::end;
                       });
}

}  // namespace

std::optional<Match> is_read_after_some_joins(const View& view) {
    const auto early = result_read_early(view);
    if (!early || !early->is_some_joined) return std::nullopt;
    return early->match;
}

std::optional<Match> is_read_before_any_join(const View& view) {
    const auto early = result_read_early(view);
    if (!early || early->is_some_joined) return std::nullopt;
    return early->match;
}

std::optional<Match> is_arg_copied(const View& view) {
    const Failed* const failed = view.hunt();
    const bool is_assertion =
        failed != nullptr && failed->failure.ending == scheduler::Ending::failed_assertion;
    if (!is_assertion || !failed->observation.evidence.empty()) return std::nullopt;
    const Observation& seen = failed->observation;
    const ObservedStep* unread = nullptr;
    for (const ObservedStep& step : seen.steps) {
        if (step.raw.operation != Operation::create || !step.raw.has_value || !step.place) continue;
        const auto thread = static_cast<ThreadId>(step.raw.value);
        const ObservedStep* const result = unread_result(seen, step);
        if (result == nullptr || !has_ended(seen, thread)) return std::nullopt;
        if (unread == nullptr) unread = result;
    }
    if (unread == nullptr) return std::nullopt;
    return Match{failed,
                 fmt::format("{}. {} writes {} ({}), and no other thread ever reads that: it is a "
                             "copy of its own.",
                             expectation(seen.summary), thread_name(seen, unread->raw.thread),
                             name_or(unread->object, "its result"), location(seen, unread->place)),
                 unread->place};
}

}  // namespace heddle::judge
