// The body of a screen for a case that failed: the case and what happened, the picture, the
// question, and the command that shows it again; and those of its pieces that other pages share. At
// most 12 lines stand above the picture, headline included.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "model/report.hpp"
#include "report/page.hpp"

namespace heddle::report {

// `again` is the command that shows it again.
void write_finding(Page& page, const model::CaseReport& failed, std::string_view again);

// The same, of an exercise's case.
void write_failure(Page& page, std::string_view exercise, const model::CaseReport& failed,
                   std::string_view same_options);

// "Then: COMMAND", on one line where that fits, else the command below. One that is longer than a
// line is broken as a shell joins it again.
void write_command(Page& page, std::string_view lead, std::string_view command);

// How many cases passed, if any.
void write_passed(Page& page, const model::ExerciseReport& report);

// The cases that failed too, one line each.
void write_other_cases(Page& page, const model::ExerciseReport& report,
                       const model::CaseReport& shown);

// What stands beside a mark such as ✗. The text's first line is the heading; `where` goes to the
// right of it, or below; the other lines follow in a block, those that begin with a space as they
// are.
struct Message {
    std::string_view mark;
    Style style = Style::plain;
    std::string text;
    std::optional<model::SourceLine> where;
};

void write_message(Page& page, const Message& message);

// A line "Note: …" for each.
void write_notes(Page& page, const std::vector<model::Observation>& observations);

}  // namespace heddle::report
