#include "explore/observation.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "explore/line_names.hpp"
#include "explore/names.hpp"
#include "explore/shared_data.hpp"
#include "explore/thread_names.hpp"
#include "explore/thread_objects.hpp"

namespace heddle::explore {
namespace {

using scheduler::Operation;
using scheduler::Step;

// What the library does for the student is shown as what the student asked for.
bool is_shown_of_library(Operation operation) {
    switch (operation) {
        case Operation::begin:
        case Operation::end:
        case Operation::create:
        case Operation::join:
        case Operation::wait:
        case Operation::sleep:
        case Operation::core:
        case Operation::work:
        case Operation::io:
        case Operation::output:
        case Operation::thread_destroyed: return true;
        default: return false;
    }
}

bool is_worth_showing(const ObservedStep& step, const std::set<std::uint64_t>& shared) {
    if (step.is_in_library && !is_shown_of_library(step.raw.operation)) return false;
    switch (step.raw.operation) {
        case Operation::read:
        case Operation::write: return step.place && shared.contains(step.raw.address);
        case Operation::clock: return step.place.has_value();
        case Operation::once: return step.place && !step.object.empty();  // else a library's own
        case Operation::thread_destroyed: return !step.object.empty();    // its thread at work
        case Operation::thread_constructed:
        case Operation::finish: return false;
        default: return true;
    }
}

// The memory of an int holds no more than an int: its sign is at its own top.
std::int64_t as_number(std::uint64_t memory, std::size_t size) {
    if (size == sizeof(std::int32_t)) return static_cast<std::int32_t>(memory);
    return static_cast<std::int64_t>(memory);
}

// A pointer's number tells a reader nothing.
bool is_pointer(const Step& step) {
    const bool is_plain = step.operation == Operation::read || step.operation == Operation::write;
    const auto lowest = std::uint64_t{1} << 40U;
    return is_plain && step.size == sizeof(void*) && step.value >= lowest &&
           step.value < std::uint64_t{1} << 47U;
}

std::optional<std::string> shown_value(const Step& step) {
    if (!step.has_value || scheduler::names_a_thread(step.operation) || is_pointer(step))
        return std::nullopt;
    const auto value = as_number(step.value, step.size);
    if (step.operation == Operation::read_modify_write) {
        return fmt::format("{} → {}", as_number(step.before, step.size), value);
    }
    return std::to_string(value);
}

std::optional<std::string> shown_result(const Step& step) {
    switch (step.result) {
        case scheduler::StepResult::done: return std::nullopt;
        case scheduler::StepResult::waits:
            return step.operation == Operation::work ? "begins" : "waits";
        case scheduler::StepResult::failed: return "failed";
        case scheduler::StepResult::timed_out: return "timed out";
        case scheduler::StepResult::woken: return "woken";
    }
    return std::nullopt;
}

// The library waits for nothing but a thread's end, and creates a thread where one is started.
Operation shown_operation(const ObservedStep& step) {
    if (!step.is_in_library) return step.raw.operation;
    switch (step.raw.operation) {
        case Operation::wait: return Operation::join;
        case Operation::create: return Operation::thread_started;
        default: return step.raw.operation;
    }
}

model::TraceStep shown_step(const ObservedStep& step) {
    model::TraceStep shown;
    shown.thread = step.raw.thread;
    shown.operation = scheduler::name(shown_operation(step));
    const bool waits_for_end = step.is_in_library && step.raw.operation == Operation::wait;
    if (!waits_for_end) shown.object = step.object;
    shown.value = shown_value(step.raw);
    shown.result = shown_result(step.raw);
    if (step.place) shown.where = step.place->line;
    shown.at = std::chrono::nanoseconds(step.raw.time);
    return shown;
}

bool is_repetition(const model::TraceStep& a, const model::TraceStep& b) {
    return a.thread == b.thread && a.operation == b.operation && a.object == b.object &&
           a.value == b.value && a.result == b.result && a.where == b.where;
}

model::Wait shown_wait(const ObservedWait& wait) {
    model::Wait shown;
    shown.thread = wait.raw.thread;
    shown.operation = scheduler::name(wait.raw.operation);
    shown.object = wait.object;
    if (wait.raw.holder != scheduler::no_thread) shown.holder = wait.raw.holder;
    shown.in_cycle = wait.raw.in_cycle;
    if (wait.place) shown.where = wait.place->line;
    return shown;
}

bool takes_a_lock(Operation operation) {
    return operation >= Operation::lock && operation <= Operation::try_lock_shared &&
           operation != Operation::unlock;
}

void add_waits(Observation& observation, const scheduler::Record& record, Symbols& symbols,
               Names& names, const std::map<scheduler::ObjectId, std::uint64_t>& addresses) {
    for (std::uint32_t i = 0; i < record.blocked_count; ++i) {
        const scheduler::BlockedThread& raw = record.blocked[i];
        const auto address = addresses.find(raw.object);
        const bool is_join = scheduler::names_a_thread(raw.operation);
        std::string object = is_join ? names.of_thread(raw.holder)
                             : address == addresses.end()
                                 ? ""
                                 : names.of(raw.operation, address->second);
        if (raw.operation == Operation::once && object.empty()) object = "a first initialisation";
        observation.waits.push_back(
            {raw, symbols.place_of(raw.stack), std::move(object), symbols.places_of(raw.stack)});
    }
}

}  // namespace

base::Expected<Observation> observe(Program& program, Symbols& symbols, const Sources& sources,
                                    const Replayable& schedule) {
    scheduler::Command command = schedule.command;
    command.recording = schedule.flavour == model::Flavour::hunt ? scheduler::Recording::accesses
                                                                 : scheduler::Recording::steps;
    const auto run = program.run(command, schedule.choices);
    if (!run) return base::fail(run.error());
    const scheduler::Record& record = **run;

    Observation observation;
    observation.flavour = schedule.flavour;
    observation.summary = record;
    if (!program.runs_cases()) observation.outside = "a library";
    observation.threads = thread_names(record);
    std::map<scheduler::ObjectId, std::uint64_t> addresses;
    Names names(sources, observation.threads, [&](std::uint64_t address) {
        auto variable = symbols.variable_at(address - record.load_address);
        if (variable) variable->begin += record.load_address;
        return variable;
    });
    for (std::uint32_t i = 0; i < record.step_count; ++i) {
        const Step& raw = record.recorded[i];
        ObservedStep step{
            raw, symbols.place_of(raw.stack), "", symbols.is_inside_library(raw.stack), {}};
        if (takes_a_lock(raw.operation)) step.calls = symbols.places_of(raw.stack);
        names.learn(step);
        if (raw.object != 0) addresses.emplace(raw.object, raw.address);
        observation.steps.push_back(std::move(step));
    }
    names.settle();
    ThreadObjects objects;
    for (ObservedStep& step : observation.steps) {
        objects.learn(step.raw);
        step.object = step.raw.operation == Operation::thread_destroyed
                          ? names.of_thread(objects.destroyed_under(step.raw))
                          : names.of(step.raw);
    }
    add_waits(observation, record, symbols, names, addresses);
    observation.lines = named_lines(record, observation.steps);
    for (std::uint32_t i = 0; i < record.evidence_count; ++i) {
        const scheduler::Evidence& raw = record.evidence[i];
        observation.evidence.push_back(
            {raw.id.data(), raw.message.data(), raw.thread, symbols.place_of(raw.stack)});
    }
    const bool has_report = record.report.stacks[0].count > 0;
    observation.where = symbols.place_of(has_report ? record.report.stacks[0] : record.where);
    if (has_report) observation.other_where = symbols.place_of(record.report.stacks[1]);
    return observation;
}

model::Trace trace_of(const Observation& observation, Accesses accesses) {
    model::Trace trace;
    trace.threads = observation.threads;
    trace.truncated = observation.summary.is_truncated;
    const auto shared = accesses == Accesses::shown ? shared_addresses(observation.steps)
                                                    : std::set<std::uint64_t>();
    ThreadObjects objects;
    for (const ObservedStep& step : observation.steps) {
        objects.learn(step.raw);
        if (objects.is_join_of_destructor(step.raw) || !is_worth_showing(step, shared)) continue;
        const bool is_memory = scheduler::is_memory(step.raw.operation);
        if (is_memory && accesses == Accesses::hidden_with_atomics) continue;
        model::TraceStep shown = shown_step(step);
        if (!trace.steps.empty() && is_repetition(trace.steps.back(), shown)) {
            ++trace.steps.back().repeats;
        } else {
            trace.steps.push_back(std::move(shown));
        }
    }
    const bool is_stuck = observation.summary.ending == scheduler::Ending::deadlock ||
                          observation.summary.ending == scheduler::Ending::livelock ||
                          observation.summary.ending == scheduler::Ending::thread_leak;
    if (!is_stuck) return trace;
    for (const ObservedWait& wait : observation.waits)
        trace.waits.push_back(shown_wait(wait));
    return trace;
}

}  // namespace heddle::explore
