#include "judge/atomicity.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <utility>

#include "judge/sections.hpp"
#include "judge/source_text.hpp"
#include "judge/words.hpp"

namespace heddle::judge {
namespace {

using explore::Observation;
using explore::ObservedStep;
using scheduler::Operation;
using scheduler::Step;
using scheduler::StepResult;

// Where one thread's two steps stand, with a foreign change between.
struct Gap {
    const ObservedStep* before = nullptr;
    const ObservedStep* after = nullptr;
};

Match match_of(const Failed& failed, const std::string& what, const ObservedStep& at) {
    const std::string expected = expectation(failed.observation.summary);
    return {&failed, what.empty() ? expected : fmt::format("{}. {}", expected, what), at.place};
}

// A store, or an exchange, which the hook can't tell from a fetch_add but the text can.
bool overwrites(const View& view, const ObservedStep& step) {
    if (step.raw.operation == Operation::store) return true;
    return step.raw.operation == Operation::read_modify_write && step.place &&
           code_at(view.sources, step.place->line).find("exchange") != std::string::npos;
}

std::optional<Gap> split_update(const View& view, const Observation& observation) {
    std::map<std::pair<scheduler::ThreadId, std::uint64_t>, std::size_t> loads;
    for (std::size_t i = 0; i < observation.steps.size(); ++i) {
        const ObservedStep& step = observation.steps[i];
        if (!step.place || !is_atomic(step.raw)) continue;
        const auto key = std::pair(step.raw.thread, step.raw.address);
        if (step.raw.operation == Operation::load) {
            loads[key] = i;
            continue;
        }
        const auto load = loads.find(key);
        if (load == loads.end()) continue;
        const bool is_torn =
            overwrites(view, step) && changed_by_another(observation, step.raw, load->second, i);
        if (is_torn) return Gap{&observation.steps[load->second], &step};
        loads.erase(load);
    }
    return std::nullopt;
}

// The thread's next operation on the same atomic that could set it.
const ObservedStep* next_attempt(const Observation& observation, std::size_t failed) {
    const Step& step = observation.steps[failed].raw;
    for (std::size_t i = failed + 1; i < observation.steps.size(); ++i) {
        const Step& next = observation.steps[i].raw;
        const bool is_next = next.thread == step.thread && next.address == step.address &&
                             next.operation == Operation::compare_exchange;
        if (is_next) return &observation.steps[i];
    }
    return nullptr;
}

bool gives_up_after(const View& view, const Observation& observation, std::size_t index) {
    const ObservedStep& step = observation.steps[index];
    const bool has_failed = step.raw.operation == Operation::compare_exchange &&
                            step.raw.result == StepResult::failed && step.place;
    if (!has_failed) return false;
    if (next_attempt(observation, index) == nullptr) return true;
    const auto function = function_around(view.sources, step.place->line);
    return function && !is_in_a_loop(*function, step.place->line);
}

bool is_used_by_another(const Observation& observation, const Step& access) {
    return std::any_of(observation.steps.begin(), observation.steps.end(),
                       [&](const ObservedStep& step) {
                           return step.raw.thread != access.thread && overlap(step.raw, access);
                       });
}

// What a thread keeps for itself it may write meanwhile: that it owns the lock, in a unique_lock.
bool only_reads(const Observation& observation, const Section& section) {
    return !section.accesses.empty() &&
           std::none_of(section.accesses.begin(), section.accesses.end(), [&](std::size_t i) {
               const Step& step = observation.steps[i].raw;
               return writes(step) && is_used_by_another(observation, step);
           });
}

const Section* next_of_same(const std::vector<Section>& sections, const Section& section) {
    for (const Section& next : sections) {
        const bool is_next =
            next.thread == section.thread && next.lock == section.lock && next.begin >= section.end;
        if (is_next) return &next;
    }
    return nullptr;
}

bool same_line(const ObservedStep& a, const ObservedStep& b) {
    return a.place && b.place && a.place->line == b.place->line;
}

// The first step of `act` that touches what `check` read and another has changed since. It acts if
// it writes, or if it finds the change at another line and gives up.
std::optional<Gap> stale_act(const Observation& observation, const Section& check,
                             const Section& act) {
    for (const std::size_t read : check.accesses) {
        const ObservedStep& tested = observation.steps[read];
        if (!changed_by_another(observation, tested.raw, read, act.begin)) continue;
        for (const std::size_t touch : act.accesses) {
            const ObservedStep& used = observation.steps[touch];
            if (!overlap(tested.raw, used.raw)) continue;
            if (writes(used.raw) || !same_line(tested, used)) return Gap{&tested, &used};
            break;
        }
    }
    return std::nullopt;
}

std::optional<Gap> check_then_act(const Observation& observation) {
    const auto sections = sections_of(observation);
    for (const Section& check : sections) {
        if (!only_reads(observation, check)) continue;
        const Section* const act = next_of_same(sections, check);
        if (act == nullptr || act->accesses.empty()) continue;
        if (const auto gap = stale_act(observation, check, *act)) return gap;
    }
    return std::nullopt;
}

// Between waking and giving the mutex back the thread never looked again at what it had read
// before.
bool goes_on_blindly(const Observation& observation, std::size_t woken) {
    const Step& wait = observation.steps[woken].raw;
    std::optional<model::SourceLine> wait_line;
    if (observation.steps[woken].place) wait_line = observation.steps[woken].place->line;
    if (!wait_line) return false;
    std::vector<std::size_t> tested;
    for (std::size_t i = woken; i-- > 0;) {
        const ObservedStep& step = observation.steps[i];
        if (step.raw.thread != wait.thread) continue;
        if (step.raw.operation == Operation::lock) break;
        const bool tests = reads(step.raw) && step.place && step.raw.held_count > 0;
        if (tests) tested.push_back(i);
    }
    for (std::size_t i = woken + 1; i < observation.steps.size(); ++i) {
        const ObservedStep& step = observation.steps[i];
        if (step.raw.thread != wait.thread || step.raw.operation == Operation::lock) continue;
        if (step.raw.operation == Operation::clock) continue;  // a timed wait does so by itself
        if (step.raw.held_count == 0 || !scheduler::is_memory(step.raw.operation)) return true;
        const bool tests_again = std::any_of(tested.begin(), tested.end(), [&](std::size_t t) {
            return reads(step.raw) && same_line(observation.steps[t], step) &&
                   overlap(observation.steps[t].raw, step.raw);
        });
        if (tests_again) return false;
    }
    return false;
}

}  // namespace

std::optional<Match> is_split_rmw(const View& view) {
    const Failed* const failed = view.assertion();
    if (failed == nullptr) return std::nullopt;
    const auto gap = split_update(view, failed->observation);
    if (!gap) return std::nullopt;
    return match_of(*failed, "", *gap->before);
}

std::optional<Match> is_cas_once(const View& view) {
    const Failed* const failed = view.assertion();
    if (failed == nullptr) return std::nullopt;
    const Observation& seen = failed->observation;
    for (std::size_t i = 0; i < seen.steps.size(); ++i) {
        if (!gives_up_after(view, seen, i)) continue;
        const std::string what = fmt::format(
            "{}'s compare_exchange on {} failed at {}, and it went on.",
            thread_name(seen, seen.steps[i].raw.thread),
            name_or(seen.steps[i].object, "the atomic"), location(seen, seen.steps[i].place));
        return match_of(*failed, what, seen.steps[i]);
    }
    return std::nullopt;
}

std::optional<Match> is_check_act(const View& view) {
    const Failed* const failed = view.assertion();
    if (failed == nullptr || !has_accesses(failed->observation)) return std::nullopt;
    const Observation& seen = failed->observation;
    const auto gap = check_then_act(seen);
    if (!gap) return std::nullopt;
    const std::string what = fmt::format(
        "{} reads {} at {}, gives the lock back, and takes it again at {}; in between another "
        "thread changed it.",
        thread_name(seen, gap->before->raw.thread), name_or(gap->before->object, "the datum"),
        location(seen, gap->before->place), location(seen, gap->after->place));
    return match_of(*failed, what, *gap->after);
}

std::optional<Match> is_if_wait(const View& view) {
    const Failed* const failed = view.assertion();
    if (failed == nullptr || !has_accesses(failed->observation)) return std::nullopt;
    const Observation& seen = failed->observation;
    for (std::size_t i = 0; i < seen.steps.size(); ++i) {
        const Step& step = seen.steps[i].raw;
        const bool has_woken =
            step.operation == Operation::wait &&
            (step.result == StepResult::woken || step.result == StepResult::timed_out);
        // A join with a timeout waits inside the library, which knows what it waits for.
        if (!has_woken || seen.steps[i].is_in_library || !goes_on_blindly(seen, i)) continue;
        const std::string what = fmt::format(
            "{} woke from its wait at {} and went on without looking at its condition again.",
            thread_name(seen, step.thread), location(seen, seen.steps[i].place));
        return match_of(*failed, what, seen.steps[i]);
    }
    return std::nullopt;
}

}  // namespace heddle::judge
