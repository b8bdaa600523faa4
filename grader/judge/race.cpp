#include "judge/race.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "judge/clocks.hpp"

namespace heddle::judge {
namespace {

using explore::Observation;
using explore::ObservedStep;
using explore::Place;
using scheduler::Operation;
using scheduler::Step;
using scheduler::ThreadId;

constexpr std::uint64_t granule = 8;  // bytes; accesses of one granule are compared

struct Access {
    const ObservedStep* step = nullptr;
    std::uint32_t moment = 0;
};

model::SourceLine line_of(const ObservedStep& step) {
    return step.place ? step.place->line : model::SourceLine{};
}

// The last access of each thread, kind and line to a granule.
using AccessKey = std::tuple<ThreadId, bool, std::string, int>;
using Accesses = std::map<AccessKey, Access>;

bool conflict(const Step& a, const Step& b) {
    const bool one_writes = writes(a) || writes(b);
    const bool one_is_plain = !is_atomic(a) || !is_atomic(b);
    return a.thread != b.thread && one_writes && one_is_plain && overlap(a, b);
}

bool is_access(const Step& step) {
    return reads(step) || writes(step);
}

bool same_line(const ObservedStep& step, const std::optional<Place>& place) {
    return step.place && place && step.place->line == place->line;
}

// How well a race fits the two places of a report: 2 both lines, 1 one of them, 0 neither.
int fit(const Race& race, const Observation& report) {
    const auto& one = report.where;
    const auto& other = report.other_where;
    const auto matches = [](const ObservedStep& step, const std::optional<Place>& place) {
        return place ? same_line(step, place) : !step.place;
    };
    const bool both = (matches(*race.first, one) && matches(*race.second, other)) ||
                      (matches(*race.first, other) && matches(*race.second, one));
    if (both) return 2;
    const bool any = same_line(*race.first, one) || same_line(*race.first, other) ||
                     same_line(*race.second, one) || same_line(*race.second, other);
    return any ? 1 : 0;
}

}  // namespace

bool writes(const Step& step) {
    switch (step.operation) {
        case Operation::write:
        case Operation::store:
        case Operation::read_modify_write: return true;
        case Operation::compare_exchange: return step.result == scheduler::StepResult::done;
        default: return false;
    }
}

bool reads(const Step& step) {
    return step.operation == Operation::read || step.operation == Operation::load ||
           step.operation == Operation::read_modify_write ||
           step.operation == Operation::compare_exchange;
}

bool is_atomic(const Step& step) {
    return scheduler::is_memory(step.operation) && step.operation != Operation::read &&
           step.operation != Operation::write;
}

bool overlap(const Step& a, const Step& b) {
    const std::uint64_t a_end = a.address + std::max<std::uint64_t>(a.size, 1);
    const std::uint64_t b_end = b.address + std::max<std::uint64_t>(b.size, 1);
    return a.address < b_end && b.address < a_end;
}

std::vector<Race> races_in(const Observation& observation) {
    Clocks clocks(observation.threads.size());
    std::map<std::uint64_t, Accesses> memory;
    std::set<std::pair<AccessKey, AccessKey>> known;
    std::vector<Race> races;
    for (const ObservedStep& step : observation.steps) {
        const Step& raw = step.raw;
        if (is_access(raw)) {
            Accesses& accesses = memory[raw.address / granule];
            const auto line = line_of(step);
            const AccessKey key{raw.thread, writes(raw), line.file, line.line};
            for (const auto& [other, access] : accesses) {
                const Step& earlier = access.step->raw;
                if (!conflict(earlier, raw)) continue;
                if (clocks.has_seen(raw.thread, earlier.thread, access.moment)) continue;
                if (known.emplace(other, key).second) {
                    races.push_back({&observation, access.step, &step});
                }
            }
            accesses[key] = {&step, clocks.time_of(raw.thread)};
        }
        clocks.advance(raw);
    }
    return races;
}

std::vector<Race> races_reported(const std::vector<Race>& races, const Observation& report) {
    const auto best = std::max_element(
        races.begin(), races.end(),
        [&](const Race& a, const Race& b) { return fit(a, report) < fit(b, report); });
    if (best == races.end() || fit(*best, report) == 0) return {};
    std::vector<Race> same_datum = {*best};
    for (auto race = races.begin(); race != races.end(); ++race) {
        const bool is_same = race->in == best->in && overlap(race->first->raw, best->first->raw);
        if (is_same && race != best) same_datum.push_back(*race);
    }
    return same_datum;
}

}  // namespace heddle::judge
