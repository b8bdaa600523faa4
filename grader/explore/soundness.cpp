#include "explore/soundness.hpp"

#include <algorithm>
#include <cstring>
#include <span>

namespace heddle::explore {
namespace {

using namespace scheduler;

bool is_sound(const Stack& stack) {
    return stack.count <= max_frames;
}

template <std::size_t size>
bool ends(const std::array<char, size>& text) {
    return std::find(text.begin(), text.end(), '\0') != text.end();
}

// A byte that is neither 0 nor 1 is no bool, and may not be looked at as one.
bool is_bool(const bool& value) {
    unsigned char byte = 0;
    std::memcpy(&byte, &value, sizeof value);
    return byte <= 1;
}

bool is_operation(Operation operation) {
    return operation < Operation::count_;
}

struct Checker {
    const Record& record;

    bool is_thread(ThreadId id) const { return id < record.thread_count; }

    bool operator()(const Step& step) const {
        return is_thread(step.thread) && is_operation(step.operation) &&
               step.result <= StepResult::woken && step.held_count <= max_held &&
               is_bool(step.has_value) && is_bool(step.expired_early) && is_sound(step.stack);
    }
    bool operator()(const BlockedThread& blocked) const {
        return is_thread(blocked.thread) && is_operation(blocked.operation) &&
               (blocked.holder == no_thread || is_thread(blocked.holder)) &&
               is_bool(blocked.in_cycle) && is_sound(blocked.stack);
    }
    bool operator()(const Evidence& evidence) const {
        return is_thread(evidence.thread) && ends(evidence.id) && ends(evidence.message) &&
               is_sound(evidence.stack);
    }
    bool operator()(const Pending& pending) const {
        return is_thread(pending.thread) && is_operation(pending.operation);
    }
    bool operator()(const WeakOrder& weak) const { return is_sound(weak.stack); }
    bool operator()(const Choice& choice) const {
        return is_thread(choice.thread) && is_thread(choice.running);
    }
    bool operator()(const std::array<char, 32>& name) const { return ends(name); }
};

bool are_counts_sound(const Summary& summary) {
    const bool is_known =
        summary.ending_thread == 0 || summary.ending_thread < summary.thread_count;
    return is_known && summary.evidence_count <= max_evidence &&
           summary.thread_count <= max_threads && summary.blocked_count <= max_threads &&
           summary.choice_count <= max_choices && summary.step_count <= max_steps &&
           summary.reads_from_count <= max_reads_from && summary.pending_count <= max_pending &&
           summary.weak_order_count <= max_weak_orders && summary.line_count <= max_lines;
}

bool are_bools_sound(const Summary& summary) {
    return is_bool(summary.has_fences) && is_bool(summary.has_timers) &&
           is_bool(summary.is_truncated) && is_bool(summary.made_way) &&
           is_bool(summary.took_census);
}

bool is_sound(const Report& report) {
    return is_bool(report.writes[0]) && is_bool(report.writes[1]) && ends(report.kind) &&
           is_sound(report.stacks[0]) && is_sound(report.stacks[1]);
}

bool are_texts_sound(const Summary& summary) {
    return are_bools_sound(summary) && ends(summary.message) && ends(summary.expression) &&
           is_sound(summary.where) && is_sound(summary.report) && is_sound(summary.race);
}

template <class Array>
bool all(const Checker& check, const Array& array, std::uint32_t count) {
    return std::ranges::all_of(std::span(array).first(count), check);
}

}  // namespace

bool is_sound(const Record& record) {
    if (record.ending > Ending::redundant || !are_counts_sound(record)) return false;
    const Checker check{record};
    return are_texts_sound(record) && all(check, record.evidence, record.evidence_count) &&
           all(check, record.thread_names, record.thread_count) &&
           all(check, record.blocked, record.blocked_count) &&
           all(check, record.choices, record.choice_count) &&
           all(check, record.pending, record.pending_count) &&
           all(check, record.weak_orders, record.weak_order_count) &&
           all(check, record.recorded, record.step_count);
}

}  // namespace heddle::explore
