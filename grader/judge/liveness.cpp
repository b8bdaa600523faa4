#include "judge/liveness.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <functional>

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

// Polls in vain beyond which a thread that still made its way is said to be busy waiting.
constexpr std::uint32_t many_polls = 100;

const Failed* standstill_of(const View& view) {
    const Failed* const deadlock = view.ended(Ending::deadlock);
    return deadlock != nullptr ? deadlock : view.ended(Ending::thread_leak);
}

bool is_lock_wait(const ObservedWait& wait) {
    return wait.raw.operation == Operation::lock || wait.raw.operation == Operation::lock_shared;
}

bool is_join(const ObservedWait& wait) {
    return wait.raw.operation == Operation::join;
}

bool is_signal_wait(const ObservedWait& wait) {
    return wait.raw.operation == Operation::wait || wait.raw.operation == Operation::atomic_wait ||
           wait.raw.operation == Operation::semaphore_wait;
}

const ObservedWait* wait_of(const Observation& seen, ThreadId thread) {
    for (const ObservedWait& wait : seen.waits) {
        if (wait.raw.thread == thread) return &wait;
    }
    return nullptr;
}

// The step with which the holder took the lock that the wait is for.
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

// The holder has ended, or has left the function that took the lock.
bool is_abandoned(const View& view, const Observation& seen, const ObservedWait& wait) {
    if (!is_lock_wait(wait) || wait.raw.holder == scheduler::no_thread) return false;
    const ObservedWait* const holder = wait_of(seen, wait.raw.holder);
    if (holder == nullptr) return true;
    const ObservedStep* const taken = taken_by_holder(seen, wait);
    if (taken == nullptr) return false;
    // The same line again: for this lock it was come back to, for another one it may be a loop's.
    const bool is_same_line = !taken->calls.empty() && taken->calls.size() == holder->calls.size() &&
                              taken->calls.front().line == holder->calls.front().line;
    if (is_same_line) return holder->raw.object == wait.raw.object;
    return !is_still_in(view.sources, taken->calls, holder->calls);
}

using Test = std::function<bool(const Observation&, const ObservedWait&)>;

// The first wait of a standstill that passes the test.
struct Stuck {
    const Failed* failed = nullptr;
    const ObservedWait* wait = nullptr;
};

std::optional<Stuck> first_wait(const View& view, const Test& test) {
    const Failed* const failed = standstill_of(view);
    if (failed == nullptr) return std::nullopt;
    for (const ObservedWait& wait : failed->observation.waits) {
        if (test(failed->observation, wait)) return Stuck{failed, &wait};
    }
    return std::nullopt;
}

std::string wanted(const Observation& seen, const ObservedWait& wait) {
    const std::string who = thread_name(seen, wait.raw.thread);
    if (is_join(wait)) {
        return fmt::format("{} waits for the end of {}", who, thread_name(seen, wait.raw.holder));
    }
    return fmt::format("{} waits for {}", who, name_or(wait.object, "something"));
}

// "A waits for x; B waits for y" around the cycle.
std::string cycle_of(const Observation& seen) {
    std::string text;
    for (const ObservedWait& wait : seen.waits) {
        if (!wait.raw.in_cycle) continue;
        text += (text.empty() ? "" : "; ") + wanted(seen, wait);
        if (is_lock_wait(wait)) text += ", held by " + thread_name(seen, wait.raw.holder);
    }
    return text + ".";
}

std::size_t length_of_cycle(const Observation& seen) {
    return static_cast<std::size_t>(
        std::count_if(seen.waits.begin(), seen.waits.end(),
                      [](const ObservedWait& wait) { return wait.raw.in_cycle; }));
}

template <class TestWait>
bool whole_cycle(const Observation& seen, TestWait test) {
    return std::all_of(seen.waits.begin(), seen.waits.end(),
                       [&](const ObservedWait& wait) { return !wait.raw.in_cycle || test(wait); });
}

std::optional<Match> cycle(const View& view, const Test& test) {
    const auto stuck = first_wait(view, [&](const Observation& seen, const ObservedWait& wait) {
        return wait.raw.in_cycle && length_of_cycle(seen) > 1 && test(seen, wait);
    });
    if (!stuck) return std::nullopt;
    return Match{stuck->failed, cycle_of(stuck->failed->observation), stuck->wait->place};
}

std::size_t count_waiters(const Observation& seen, scheduler::ObjectId object) {
    std::vector<ThreadId> threads;
    for (const ObservedStep& step : seen.steps) {
        const bool waits =
            step.raw.object == object && step.raw.result == scheduler::StepResult::waits &&
            std::find(threads.begin(), threads.end(), step.raw.thread) == threads.end();
        if (waits) threads.push_back(step.raw.thread);
    }
    return threads.size();
}

bool was_notified_one_by_one(const Observation& seen, scheduler::ObjectId object) {
    const auto notifies = [&](Operation operation) {
        return std::any_of(seen.steps.begin(), seen.steps.end(), [&](const ObservedStep& step) {
            return step.raw.object == object && step.raw.operation == operation;
        });
    };
    return notifies(Operation::notify_one) && !notifies(Operation::notify_all);
}

// Some step of the schedule lies in a function whose name tells that all is over.
bool has_closed(const View& view, const Observation& seen) {
    return std::any_of(seen.steps.begin(), seen.steps.end(), [&](const ObservedStep& step) {
        if (!step.place) return false;
        const auto function = function_around(view.sources, step.place->line);
        return function &&
               (has_word(function->header, "close") || has_word(function->header, "stop") ||
                has_word(function->header, "shutdown"));
    });
}

Match waiting(const Stuck& stuck, const std::string& why) {
    return {stuck.failed, wanted(stuck.failed->observation, *stuck.wait) + why, stuck.wait->place};
}

}  // namespace

std::optional<Match> is_lock_leak(const View& view) {
    const auto stuck = first_wait(view, [&](const Observation& seen, const ObservedWait& wait) {
        return is_abandoned(view, seen, wait);
    });
    if (!stuck) return std::nullopt;
    const Observation& seen = stuck->failed->observation;
    const ObservedStep* const taken = taken_by_holder(seen, *stuck->wait);
    const auto place = taken != nullptr ? taken->place : stuck->wait->place;
    return Match{stuck->failed,
                 fmt::format("{}. {} locked it at {}, and has gone on without unlocking it.",
                             wanted(seen, *stuck->wait), thread_name(seen, stuck->wait->raw.holder),
                             location(place)),
                 place};
}

std::optional<Match> is_relock(const View& view) {
    const auto stuck = first_wait(view, [](const Observation&, const ObservedWait& wait) {
        return is_lock_wait(wait) && wait.raw.holder == wait.raw.thread;
    });
    if (!stuck) return std::nullopt;
    const Observation& seen = stuck->failed->observation;
    return Match{stuck->failed,
                 fmt::format("{} locks {}, which it holds already.",
                             thread_name(seen, stuck->wait->raw.thread),
                             name_or(stuck->wait->object, "a mutex")),
                 stuck->wait->place};
}

std::optional<Match> is_lock_order(const View& view) {
    return cycle(view, [](const Observation& seen, const ObservedWait&) {
        return whole_cycle(seen, is_lock_wait);
    });
}

std::optional<Match> is_join_self(const View& view) {
    const auto stuck = first_wait(view, [](const Observation&, const ObservedWait& wait) {
        return is_join(wait) && wait.raw.holder == wait.raw.thread;
    });
    if (!stuck) return std::nullopt;
    return waiting(*stuck, ", which is itself.");
}

std::optional<Match> is_join_cycle(const View& view) {
    return cycle(view, [](const Observation& seen, const ObservedWait&) {
        return whole_cycle(seen, is_join);
    });
}

std::optional<Match> is_join_under_lock(const View& view) {
    return cycle(view, [](const Observation&, const ObservedWait& wait) { return is_join(wait); });
}

std::optional<Match> is_lost_wakeup(const View& view) {
    // A condition variable forgets a signal that nobody waits for; an atomic's value and a semaphore's
    // permits stay.
    const auto stuck = first_wait(view, [](const Observation&, const ObservedWait& wait) {
        return wait.raw.operation == Operation::wait && wait.raw.lost_signals > 0 &&
               wait.raw.lost_signals == wait.raw.signals;
    });
    if (!stuck) return std::nullopt;
    return waiting(*stuck, "; the notification came before, when nobody was waiting.");
}

std::optional<Match> is_notify_one(const View& view) {
    const auto stuck = first_wait(view, [](const Observation& seen, const ObservedWait& wait) {
        return is_signal_wait(wait) && wait.raw.signals > wait.raw.lost_signals &&
               count_waiters(seen, wait.raw.object) > 1 &&
               was_notified_one_by_one(seen, wait.raw.object);
    });
    if (!stuck) return std::nullopt;
    const auto waiters = count_waiters(stuck->failed->observation, stuck->wait->raw.object);
    return waiting(*stuck, fmt::format("; {} threads waited for it, and each notification woke "
                                       "one.",
                                       waiters));
}

std::optional<Match> is_no_close(const View& view) {
    const auto stuck = first_wait(view, [&](const Observation& seen, const ObservedWait& wait) {
        return is_signal_wait(wait) && has_closed(view, seen);
    });
    if (!stuck) return std::nullopt;
    return waiting(*stuck, "; all is closed, and nobody told it.");
}

std::optional<Match> is_exit_hang(const View& view) {
    const Failed* const failed = view.ended(Ending::thread_leak);
    if (failed == nullptr) return std::nullopt;
    const auto& waits = failed->observation.waits;
    const auto stuck = std::find_if(waits.begin(), waits.end(), [](const ObservedWait& wait) {
        return wait.raw.operation != Operation::finish;
    });
    if (stuck == waits.end()) return std::nullopt;
    return Match{failed,
                 wanted(failed->observation, *stuck) + ", and never ends; nothing can end either.",
                 stuck->place};
}

std::optional<Match> is_deadlock(const View& view) {
    // Whoever waits for an end is stuck because somebody else is.
    auto stuck = first_wait(view, [](const Observation&, const ObservedWait& wait) {
        return wait.place && !is_join(wait);
    });
    if (!stuck) {
        stuck = first_wait(
            view, [](const Observation&, const ObservedWait& wait) { return bool(wait.place); });
    }
    if (stuck) return waiting(*stuck, ", and nobody is left who could let it go on.");
    const Failed* const failed = standstill_of(view);
    if (failed == nullptr) return std::nullopt;
    return Match{failed, "Every thread waits, and nobody is left who could go on.",
                 failed->observation.where};
}

std::optional<Match> is_livelock(const View& view) {
    const Failed* const failed = view.ended(Ending::livelock);
    if (failed == nullptr) return std::nullopt;
    const Observation& seen = failed->observation;
    const auto spinning =
        std::find_if(seen.waits.begin(), seen.waits.end(),
                     [](const ObservedWait& wait) { return wait.place && !is_join(wait); });
    if (spinning == seen.waits.end()) {
        return Match{failed, "Every thread that can run spins, and nothing changes any more.",
                     seen.where};
    }
    return Match{failed,
                 fmt::format("{} asks again and again at {}, and nobody is left who could change "
                             "the answer.",
                             thread_name(seen, spinning->raw.thread), location(spinning->place)),
                 spinning->place};
}

std::optional<Match> is_busy_wait(const View& view) {
    const Failed* const failed = view.ended(Ending::step_limit);
    if (failed == nullptr) return std::nullopt;
    const Observation& seen = failed->observation;
    if (seen.summary.idle_polls < many_polls) return std::nullopt;
    return Match{
        failed,
        fmt::format("{} asked {} times while nothing changed.",
                    thread_name(seen, seen.summary.ending_thread), seen.summary.idle_polls),
        seen.where};
}

}  // namespace heddle::judge
