#include "report/spins.hpp"

namespace heddle::report {
namespace {

constexpr std::size_t longest_round = 6;
constexpr std::size_t fewest_rounds = 5;  // fewer take no more room than their fold

bool is_same(const model::TraceStep& a, const model::TraceStep& b) {
    return a.thread == b.thread && a.operation == b.operation && a.object == b.object &&
           a.value == b.value && a.result == b.result && a.where == b.where &&
           a.repeats == b.repeats;
}

bool is_of_one_thread(const model::Trace& trace, std::size_t first, std::size_t steps) {
    for (std::size_t i = first; i < first + steps; ++i) {
        if (trace.steps[i].thread != trace.steps[first].thread) return false;
    }
    return true;
}

// How often the `period` steps from `first` on come one after the other.
std::size_t rounds_from(const model::Trace& trace, std::size_t first, std::size_t period) {
    const auto& steps = trace.steps;
    if (first + period > steps.size() || !is_of_one_thread(trace, first, period)) return 0;
    std::size_t end = first + period;
    while (end < steps.size() && is_same(steps[end], steps[end - period]))
        ++end;
    return (end - first) / period;
}

// The fold's first and last rounds, which are shown, among them.
FoldedRow spin_at(const model::Trace& trace, std::size_t first) {
    for (std::size_t period = 1; period <= longest_round; ++period) {
        const std::size_t rounds = rounds_from(trace, first, period);
        if (rounds >= fewest_rounds) return {first, rounds, period};
    }
    return {first, 0, 1};
}

}  // namespace

std::vector<FoldedRow> fold_spins(const model::Trace& trace) {
    std::vector<FoldedRow> rows;
    std::size_t next = 0;
    const auto show = [&](std::size_t steps) {
        for (; steps > 0; --steps)
            rows.push_back({next++, 0, 1});
    };
    while (next < trace.steps.size()) {
        const FoldedRow spin = spin_at(trace, next);
        show(spin.period);
        if (spin.rounds == 0) continue;
        rows.push_back({next, spin.rounds - 2, spin.period});
        next = rows.back().last() + 1;
        show(spin.period);
    }
    return rows;
}

}  // namespace heddle::report
