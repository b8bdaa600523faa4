// The steps of a trace as an HTML table: one row a step, one column a thread, and in a thread's
// column a bar for each lock it holds. A line goes down through whoever runs, with an arrow
// wherever another thread goes on. It is a whole picture without any script. Pure.
#pragma once

#include <optional>
#include <string>

#include "model/trace.hpp"
#include "report/code.hpp"

namespace heddle::report {

// More threads than fit beside each other are named on each row instead. `focus` is the line that
// the finding names. "" for a trace without steps.
std::string player_table(const model::Trace& trace, const Sources& sources,
                         const std::optional<model::SourceLine>& focus);

}  // namespace heddle::report
