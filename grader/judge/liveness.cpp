#include "judge/liveness.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "judge/source_text.hpp"
#include "judge/standstill.hpp"
#include "judge/words.hpp"

namespace heddle::judge {
namespace {

using explore::Observation;
using explore::ObservedStep;
using explore::ObservedWait;
using scheduler::Ending;
using scheduler::Operation;
using scheduler::ThreadId;

// Polls in vain beyond which a thread that still made its way is said to be busy waiting.
constexpr std::uint32_t many_polls = 100;

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

std::optional<Match> cycle(const View& view, const WaitTest& test) {
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

// " Its write end is still open in main and child 1, so it doesn't end either."
std::string why_it_does_not_end(const ObservedWait& wait) {
    std::vector<std::string> processes;
    for (unsigned process = 0; process < 64; ++process) {
        if ((wait.raw.open_in >> process & 1U) == 0) continue;
        processes.push_back(process == 0 ? "main" : fmt::format("child {}", process));
    }
    if (processes.empty() || wait.raw.operation != Operation::receive) return "";
    return fmt::format(" Its write end is still open in {}, so it doesn't end either.",
                       fmt::join(processes, " and "));
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
                             location(seen, place)),
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
    // A condition variable forgets a signal that nobody waits for; an atomic's value and a
    // semaphore's permits stay.
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
    if (stuck) {
        return waiting(*stuck, ", and nobody is left who could let it go on." +
                                   why_it_does_not_end(*stuck->wait));
    }
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
    return Match{
        failed,
        fmt::format("{} asks again and again at {}, and nobody is left who could change "
                    "the answer.",
                    thread_name(seen, spinning->raw.thread), location(seen, spinning->place)),
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
