#include "explore/line_names.hpp"

#include <algorithm>
#include <map>
#include <string>

namespace heddle::explore {
namespace {

using Uses = std::map<std::string, int>;  // of an object: how often a line of the student's did

constexpr std::size_t most_names = 3;

bool touches_memory(const ObservedStep& step) {
    const scheduler::Operation operation = step.raw.operation;
    return scheduler::reads(operation) || scheduler::writes(operation);
}

std::map<std::uint64_t, Uses> uses_of_lines(std::span<const ObservedStep> steps,
                                            std::uint64_t bytes) {
    std::map<std::uint64_t, Uses> lines;
    for (const ObservedStep& step : steps) {
        const bool is_named = step.place && !step.object.empty() && !step.is_in_library;
        if (is_named && touches_memory(step)) ++lines[step.raw.address / bytes][step.object];
    }
    return lines;
}

// "a, b": the most used first.
std::string listed(const Uses& uses) {
    std::vector<std::pair<std::string, int>> sorted(uses.begin(), uses.end());
    std::ranges::stable_sort(sorted, std::ranges::greater(), &std::pair<std::string, int>::second);
    std::string names;
    for (std::size_t i = 0; i < std::min(sorted.size(), most_names); ++i)
        names += (i == 0 ? "" : ", ") + sorted[i].first;
    return sorted.size() > most_names ? names + ", …" : names;
}

}  // namespace

std::vector<ObservedLine> named_lines(const scheduler::Record& record,
                                      std::span<const ObservedStep> steps) {
    const std::uint64_t bytes = record.command.machine.line_bytes;
    if (bytes == 0) return {};
    const auto uses = uses_of_lines(steps, bytes);
    std::vector<ObservedLine> lines;
    for (const scheduler::LineUse& use : std::span(record.lines).first(record.line_count)) {
        const auto known = uses.find(use.address / bytes);
        lines.push_back({known == uses.end() ? "" : listed(known->second), use.traffic});
    }
    return lines;
}

}  // namespace heddle::explore
