#include "judge/data.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "judge/sections.hpp"
#include "judge/source_text.hpp"
#include "judge/words.hpp"

namespace heddle::judge {
namespace {

using explore::Observation;
using explore::ObservedStep;
using explore::Place;
using scheduler::Ending;
using scheduler::Operation;

const Failed* report_of(const View& view) {
    return view.ended(Ending::data_race);
}

std::string datum_of(const Race& race) {
    const std::string name = name_or(race.second->object, race.first->object);
    return name_or(name, "the same data");
}

// The access to look at first: the one without a lock, else the later one; in the student's lines.
const ObservedStep& suspect(const Race& race) {
    const bool first_is_bare = race.first->raw.held_count == 0 && !is_atomic(race.first->raw);
    const bool second_is_bare = race.second->raw.held_count == 0 && !is_atomic(race.second->raw);
    if (!race.second->place) return *race.first;
    if (!race.first->place) return *race.second;
    return first_is_bare && !second_is_bare ? *race.first : *race.second;
}

std::string both(const Race& race) {
    const std::string datum = datum_of(race);
    return fmt::format("{}, {}; {}, {}. Nothing orders the two.",
                       deed(*race.in, *race.first, datum), locks_held(*race.in, *race.first),
                       deed(*race.in, *race.second, datum), locks_held(*race.in, *race.second));
}

Match match_of(const View& view, const Race& race) {
    return {report_of(view), both(race), suspect(race).place};
}

template <class Holds>
std::optional<Match> first_race(const View& view, Holds holds_for) {
    for (const Race& race : view.races) {
        if (holds_for(race)) return match_of(view, race);
    }
    return std::nullopt;
}

bool is_bare(const ObservedStep& step) {
    return step.raw.held_count == 0 && !is_atomic(step.raw);
}

bool both_hold_different_locks(const Race& race) {
    return race.first->raw.held_count > 0 && race.second->raw.held_count > 0 &&
           !share_a_lock(race.first->raw, race.second->raw);
}

// The step that took the lock which the access holds, the innermost where there are several.
const ObservedStep* taken_for(const Observation& observation, const ObservedStep& access) {
    const auto lock = access.raw.held[access.raw.held_count - 1U];
    const ObservedStep* taken = nullptr;
    for (const ObservedStep& step : observation.steps) {
        if (&step == &access) break;
        const bool takes = step.raw.thread == access.raw.thread && step.raw.object == lock &&
                           step.raw.result == scheduler::StepResult::done && holds(step.raw, lock);
        if (takes && step.place) taken = &step;
    }
    return taken;
}

bool is_used_by_one(const Observation& observation, scheduler::ObjectId lock,
                    scheduler::ThreadId thread) {
    return std::none_of(observation.steps.begin(), observation.steps.end(),
                        [&](const ObservedStep& step) {
                            return step.raw.object == lock && step.raw.thread != thread;
                        });
}

// A lock that only this thread ever uses, and that its function or thread made for itself.
bool holds_a_private_lock(const View& view, const Race& race, const ObservedStep& access) {
    const ObservedStep* const taken = taken_for(*race.in, access);
    if (taken == nullptr) return false;
    if (!is_used_by_one(*race.in, taken->raw.object, access.raw.thread)) return false;
    return is_made_anew(view.sources, function_around(view.sources, taken->place->line),
                        last_name(taken->object));
}

bool stands_under_idle_guard(const View& view, const ObservedStep& step) {
    if (!is_bare(step) || !step.place) return false;
    const auto function = function_around(view.sources, step.place->line);
    return function && has_idle_guard(*function);
}

// The thread's last finished section before the access, if it never touched the datum there.
const Section* section_before(const std::vector<Section>& sections, const Observation& observation,
                              const ObservedStep& access) {
    const auto at = static_cast<std::size_t>(&access - observation.steps.data());
    const Section* last = nullptr;
    for (const Section& section : sections) {
        if (section.thread == access.raw.thread && section.end <= at) last = &section;
    }
    if (last == nullptr) return nullptr;
    const bool touches = std::any_of(
        last->accesses.begin(), last->accesses.end(),
        [&](std::size_t index) { return overlap(observation.steps[index].raw, access.raw); });
    return touches ? nullptr : last;
}

bool came_by_reference(const View& view, const Race& race, const ObservedStep& access) {
    if (!is_bare(access)) return false;
    const auto sections = sections_of(*race.in);
    const Section* const before = section_before(sections, *race.in, access);
    if (before == nullptr) return false;
    const auto& place = race.in->steps[before->begin].place;
    if (!place) return false;
    const auto function = function_around(view.sources, place->line);
    return function && returns_a_reference(*function);
}

bool is_loop_variable_of(const View& view, const ObservedStep& step) {
    if (!step.place || !writes(step.raw)) return false;
    const std::string variable = loop_variable(code_at(view.sources, step.place->line));
    return !variable.empty() && (step.object.empty() || step.object == variable);
}

// The thread tests the datum outside of the lock, and once more inside.
bool tests_twice(const Race& race) {
    const ObservedStep& bare = is_bare(*race.first) ? *race.first : *race.second;
    const ObservedStep& locked = &bare == race.first ? *race.second : *race.first;
    if (!is_bare(bare) || !reads(bare.raw) || locked.raw.held_count == 0) return false;
    const auto at = static_cast<std::size_t>(&bare - race.in->steps.data());
    for (const Section& section : sections_of(*race.in)) {
        if (section.thread != bare.raw.thread || section.begin <= at) continue;
        if (!holds(locked.raw, section.lock)) return false;
        return std::any_of(section.accesses.begin(), section.accesses.end(), [&](std::size_t i) {
            const ObservedStep& again = race.in->steps[i];
            return reads(again.raw) && overlap(again.raw, bare.raw);
        });
    }
    return false;
}

}  // namespace

std::optional<Match> is_loop_ref(const View& view) {
    return first_race(view, [&](const Race& race) {
        return is_loop_variable_of(view, *race.first) || is_loop_variable_of(view, *race.second);
    });
}

std::optional<Match> is_dcl(const View& view) {
    return first_race(view, tests_twice);
}

std::optional<Match> is_private_mutex(const View& view) {
    return first_race(view, [&](const Race& race) {
        return both_hold_different_locks(race) && holds_a_private_lock(view, race, *race.first) &&
               holds_a_private_lock(view, race, *race.second);
    });
}

std::optional<Match> is_two_locks(const View& view) {
    return first_race(view, both_hold_different_locks);
}

std::optional<Match> is_vexing_guard(const View& view) {
    return first_race(view, [&](const Race& race) {
        return stands_under_idle_guard(view, *race.first) ||
               stands_under_idle_guard(view, *race.second);
    });
}

std::optional<Match> is_escaped(const View& view) {
    return first_race(view, [&](const Race& race) {
        return came_by_reference(view, race, *race.first) ||
               came_by_reference(view, race, *race.second);
    });
}

std::optional<Match> is_read_unlocked(const View& view) {
    const bool some_write_is_bare =
        std::any_of(view.races.begin(), view.races.end(), [](const Race& race) {
            return (writes(race.first->raw) && is_bare(*race.first)) ||
                   (writes(race.second->raw) && is_bare(*race.second));
        });
    if (some_write_is_bare) return std::nullopt;
    return first_race(view, [](const Race& race) {
        return (is_bare(*race.first) && !writes(race.first->raw)) ||
               (is_bare(*race.second) && !writes(race.second->raw));
    });
}

std::optional<Match> is_volatile_race(const View& view) {
    return first_race(view, [&](const Race& race) {
        return is_volatile(view.sources, last_name(race.first->object)) ||
               is_volatile(view.sources, last_name(race.second->object));
    });
}

std::optional<Match> is_race(const View& view) {
    const Failed* const report = report_of(view);
    if (report == nullptr) return std::nullopt;
    if (!view.races.empty()) return match_of(view, view.races.front());
    const Observation& seen = report->observation;
    const auto kind = [&](std::size_t i) {
        return seen.summary.report.writes[i] ? "written" : "read";
    };
    return Match{
        report,
        fmt::format("Two threads touch the same data: {} at {}, {} at {}. Nothing orders "
                    "the two.",
                    kind(0), location(seen, seen.where), kind(1), location(seen, seen.other_where)),
        seen.where ? seen.where : seen.other_where};
}

std::optional<Match> is_race_on_heap(const View& view) {
    const Failed* const report = report_of(view);
    const Failed* const memory = view.ended(Ending::memory_error);
    if (report == nullptr || memory == nullptr) return std::nullopt;
    const std::string_view kind = memory->observation.summary.report.kind.data();
    const auto& where = memory->observation.where;
    const auto& race = report->observation;
    const bool is_one_line = where && race.where && race.other_where &&
                             race.where->line == where->line &&
                             race.other_where->line == where->line;
    if (!kind.starts_with("heap-") || !is_one_line) return std::nullopt;
    return is_race(view);
}

}  // namespace heddle::judge
