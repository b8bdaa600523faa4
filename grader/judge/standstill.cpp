#include "judge/standstill.hpp"

#include <fmt/format.h>

#include "judge/sections.hpp"
#include "judge/source_text.hpp"
#include "judge/words.hpp"

namespace heddle::judge {
namespace {

using explore::Observation;
using explore::ObservedStep;
using explore::ObservedWait;
using explore::Place;
using scheduler::Ending;
using scheduler::Operation;
using scheduler::ThreadId;

const ObservedWait* wait_of(const Observation& seen, ThreadId thread) {
    for (const ObservedWait& wait : seen.waits) {
        if (wait.raw.thread == thread) return &wait;
    }
    return nullptr;
}

bool is_same_call(const Place& a, const Place& b) {
    return a.line == b.line && a.column == b.column;
}

// True when the function that was entered by `then` and did something in its innermost line hasn't
// returned at `now`: the calls around it are the same, and it stands further on in the same text.
bool is_still_in(const explore::Sources& sources, const std::vector<Place>& then,
                 const std::vector<Place>& now) {
    if (then.empty() || now.size() < then.size()) return false;
    for (std::size_t around = 1; around < then.size(); ++around) {
        if (!is_same_call(then[then.size() - around], now[now.size() - around])) return false;
    }
    const Place& at = now[now.size() - then.size()];
    const auto function = function_around(sources, then.front().line);
    const auto function_now = function_around(sources, at.line);
    return function && function_now && at.line.file == then.front().line.file &&
           function->first_line == function_now->first_line;
}

}  // namespace

const Failed* standstill_of(const View& view) {
    const Failed* const deadlock = view.ended(Ending::deadlock);
    return deadlock != nullptr ? deadlock : view.ended(Ending::thread_leak);
}

bool is_lock_wait(const ObservedWait& wait) {
    return wait.raw.operation == Operation::lock || wait.raw.operation == Operation::lock_shared;
}

bool is_join(const ObservedWait& wait) {
    return wait.raw.operation == Operation::join || wait.raw.operation == Operation::wait_child;
}

bool is_signal_wait(const ObservedWait& wait) {
    return wait.raw.operation == Operation::wait || wait.raw.operation == Operation::atomic_wait ||
           wait.raw.operation == Operation::semaphore_wait;
}

std::optional<Stuck> first_wait(const View& view, const WaitTest& test) {
    const Failed* const failed = standstill_of(view);
    if (failed == nullptr) return std::nullopt;
    for (const ObservedWait& wait : failed->observation.waits) {
        if (test(failed->observation, wait)) return Stuck{failed, &wait};
    }
    return std::nullopt;
}

std::string wanted(const Observation& seen, const ObservedWait& wait) {
    const std::string who = thread_name(seen, wait.raw.thread);
    if (is_join(wait) && wait.raw.holder == scheduler::no_thread)
        return fmt::format("{} waits for one of its children to end", who);
    if (is_join(wait)) {
        return fmt::format("{} waits for the end of {}", who, thread_name(seen, wait.raw.holder));
    }
    return fmt::format("{} waits for {}", who, name_or(wait.object, "something"));
}

Match waiting(const Stuck& stuck, const std::string& why) {
    return {stuck.failed, wanted(stuck.failed->observation, *stuck.wait) + why, stuck.wait->place};
}

const ObservedStep* taken_by_holder(const Observation& seen, const ObservedWait& wait) {
    const ObservedStep* taken = nullptr;
    for (const ObservedStep& step : seen.steps) {
        const bool takes =
            step.raw.thread == wait.raw.holder && step.raw.object == wait.raw.object &&
            step.raw.result == scheduler::StepResult::done && holds(step.raw, wait.raw.object);
        if (takes && !step.calls.empty()) taken = &step;
    }
    return taken;
}

bool is_abandoned(const View& view, const Observation& seen, const ObservedWait& wait) {
    if (!is_lock_wait(wait) || wait.raw.holder == scheduler::no_thread) return false;
    const ObservedWait* const holder = wait_of(seen, wait.raw.holder);
    if (holder == nullptr) return true;
    const ObservedStep* const taken = taken_by_holder(seen, wait);
    if (taken == nullptr) return false;
    // The same line again: for this lock it was come back to, for another one it may be a loop's.
    const bool is_same_line = !taken->calls.empty() &&
                              taken->calls.size() == holder->calls.size() &&
                              taken->calls.front().line == holder->calls.front().line;
    if (is_same_line) return holder->raw.object == wait.raw.object;
    return !is_still_in(view.sources, taken->calls, holder->calls);
}

}  // namespace heddle::judge
