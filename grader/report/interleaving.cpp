#include "report/interleaving.hpp"

#include <fmt/format.h>

#include <optional>

#include "report/words.hpp"

namespace heddle::report {
namespace {

std::string place(const std::optional<model::SourceLine>& where) {
    return where ? " (" + location(*where) + ")" : "";
}

std::string text_of(const model::Trace& trace, const model::TraceStep& step) {
    return thread_name(trace, step.thread) + ": " + step_text(step) + place(step.where);
}

std::string text_of(const model::Trace& trace, const model::Wait& wait) {
    return who_waits_text(trace, wait) + place(wait.where);
}

std::vector<std::string> rows_of(const model::Trace& trace, const Picture& picture) {
    const bool shows_time = passes_time(trace, picture);
    std::vector<std::string> rows;
    std::string last_time;
    for (const PictureRow& row : picture.rows) {
        if (!row.step) {
            rows.push_back(left_out_text(row.left_out));
            continue;
        }
        const model::TraceStep& step = trace.steps[*row.step];
        const std::string time = shows_time ? moment(step.at) : "";
        const std::string lead = time == last_time ? "" : "at " + time + ", ";
        rows.push_back(lead + text_of(trace, step));
        last_time = time;
    }
    if (trace.truncated && !rows.empty()) rows.emplace_back(and_so_on);
    return rows;
}

}  // namespace

std::vector<std::string> interleaving(const model::Trace& trace, const Picture& picture) {
    std::vector<std::string> lines = rows_of(trace, picture);
    if (!trace.waits.empty()) lines.push_back(fmt::format("{}:", waits_heading(trace)));
    for (const model::Wait* const wait : circle_first(trace))
        lines.push_back(text_of(trace, *wait));
    return lines;
}

}  // namespace heddle::report
