#include "session/measure.hpp"

#include <array>

#include "judge/outcome.hpp"
#include "judge/profile.hpp"
#include "session/workbench.hpp"

namespace heddle::session {
namespace {

using base::Expected;

constexpr std::array<std::uint32_t, 8> tried_cores = {1, 2, 4, 8, 16, 32, 64, 0};
constexpr std::uint32_t usual_line_bytes = 64;

// A schedule has a limit of choices: the next coarser one where turns at every access are too many.
constexpr std::array<std::uint32_t, 3> tried_periods = {1, 16, 256};

Expected<std::vector<model::OnCores>> on_other_machines(TrialRequest request, Workbench& bench) {
    std::vector<model::OnCores> rows;
    for (const std::uint32_t cores : tried_cores) {
        request.info.machine.cores = cores;
        const auto summary = sum_up_usual(request, bench);
        if (!summary) return base::fail(summary.error());
        rows.push_back(judge::on_cores(*summary));
    }
    return rows;
}

// Nothing where even the coarsest schedule is too long.
Expected<model::LineProfile> lines_moved(TrialRequest request, Workbench& bench) {
    auto& line_bytes = request.info.machine.line_bytes;
    if (line_bytes == 0) line_bytes = usual_line_bytes;
    for (const std::uint32_t period : tried_periods) {
        const auto seen = look_at_usual(request, bench, period);
        if (!seen) return base::fail(seen.error());
        if (seen->summary.ending != scheduler::Ending::unsupported) return judge::lines_of(*seen);
    }
    return model::LineProfile{};
}

}  // namespace

Expected<Measured> measure(const TrialRequest& request) {
    Workbench bench(0);
    const auto seen = look_at_usual(request, bench);
    if (!seen) return base::fail(seen.error());
    auto rows = on_other_machines(request, bench);
    if (!rows) return base::fail(rows.error());
    auto lines = lines_moved(request, bench);
    if (!lines) return base::fail(lines.error());
    Measured measured{judge::outcome_of(seen->summary.ending), judge::profile_of(*seen)};
    measured.profile.on_cores = std::move(*rows);
    measured.profile.lines = std::move(*lines);
    return measured;
}

}  // namespace heddle::session
