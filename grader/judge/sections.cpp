#include "judge/sections.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "judge/race.hpp"

namespace heddle::judge {
namespace {

using explore::Observation;
using scheduler::ObjectId;
using scheduler::Step;
using scheduler::ThreadId;

}  // namespace

bool holds(const Step& step, ObjectId lock) {
    const auto end = step.held.begin() + step.held_count;
    return std::find(step.held.begin(), end, lock) != end;
}

bool share_a_lock(const Step& a, const Step& b) {
    return std::any_of(a.held.begin(), a.held.begin() + a.held_count,
                       [&](ObjectId lock) { return holds(b, lock); });
}

std::vector<Section> sections_of(const Observation& observation) {
    std::vector<Section> sections;
    std::map<std::pair<ThreadId, ObjectId>, std::size_t> open;
    for (std::size_t i = 0; i < observation.steps.size(); ++i) {
        const Step& step = observation.steps[i].raw;
        for (auto at = open.begin(); at != open.end();) {
            const bool has_ended = at->first.first == step.thread && !holds(step, at->first.second);
            if (has_ended) sections[at->second].end = i;
            at = has_ended ? open.erase(at) : std::next(at);
        }
        for (std::size_t h = 0; h < step.held_count; ++h) {
            const auto key = std::pair(step.thread, step.held[h]);
            if (open.contains(key)) continue;
            open[key] = sections.size();
            sections.push_back({step.thread, step.held[h], i, observation.steps.size(), {}});
        }
        if (!scheduler::is_memory(step.operation) || !observation.steps[i].place) continue;
        for (const auto& [key, section] : open) {
            if (key.first == step.thread) sections[section].accesses.push_back(i);
        }
    }
    return sections;
}

bool changed_by_another(const Observation& observation, const Step& access, std::size_t after,
                        std::size_t before) {
    for (std::size_t i = after + 1; i < before; ++i) {
        const Step& step = observation.steps[i].raw;
        if (step.thread != access.thread && writes(step) && overlap(step, access)) return true;
    }
    return false;
}

}  // namespace heddle::judge
