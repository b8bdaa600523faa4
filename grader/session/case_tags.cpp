#include "session/case_tags.hpp"

#include <algorithm>
#include <cstdlib>

namespace heddle::session {
namespace {

bool has_tag(const std::string& tags, const std::string& tag) {
    return tags.find("[" + tag + "]") != std::string::npos;
}

int number_of(const std::string& tags, const std::string& key, int otherwise) {
    const std::string start = "[" + key + ":";
    const std::size_t at = tags.find(start);
    return at == std::string::npos ? otherwise : std::atoi(tags.c_str() + at + start.size());
}

scheduler::Machine machine_of(const std::string& tags) {
    scheduler::Machine machine;
    const int cores = number_of(tags, "cores", 0);
    const int line_bytes = number_of(tags, "lines", 0);
    machine.cores = static_cast<std::uint32_t>(std::clamp<int>(cores, 0, scheduler::max_cores));
    machine.line_bytes = static_cast<std::uint32_t>(std::max(0, line_bytes));
    return machine;
}

}  // namespace

std::vector<CaseInfo> graded_cases(const std::vector<explore::CaseName>& listed) {
    std::vector<CaseInfo> cases;
    for (const explore::CaseName& each : listed) {
        const bool is_visible = has_tag(each.tags, "visible");
        if (!is_visible && !has_tag(each.tags, "hidden")) continue;
        CaseInfo info;
        info.name = each.name;
        info.visibility = is_visible ? model::Visibility::visible : model::Visibility::hidden;
        info.points = number_of(each.tags, "points", 0);
        info.weight = std::max(1, number_of(each.tags, "weight", 1));
        info.clock = has_tag(each.tags, "time") ? explore::Clock::judged : explore::Clock::ignored;
        info.schedules = has_tag(each.tags, "exhaust") ? Schedules::all : Schedules::sampled;
        info.machine = machine_of(each.tags);
        cases.push_back(std::move(info));
    }
    std::stable_partition(cases.begin(), cases.end(), [](const CaseInfo& info) {
        return info.visibility == model::Visibility::visible;
    });
    return cases;
}

}  // namespace heddle::session
