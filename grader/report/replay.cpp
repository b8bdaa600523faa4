#include "report/replay.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string>

#include "report/code.hpp"
#include "report/columns.hpp"
#include "report/failure.hpp"
#include "report/text.hpp"
#include "report/words.hpp"

namespace heddle::report {
namespace {

constexpr std::size_t widest_name = 16;

std::size_t name_columns(const model::Trace& trace, Charset charset) {
    std::size_t columns = 0;
    for (std::size_t i = 0; i < trace.threads.size(); ++i) {
        columns = std::max(columns, width(printable(thread_name(trace, i), charset)));
    }
    return std::min(columns, widest_name);
}

std::size_t operation_columns(const model::Trace& trace, Charset charset) {
    std::size_t columns = 0;
    for (const model::TraceStep& step : trace.steps) {
        columns = std::max(columns, width(printable(step.operation, charset)));
    }
    return std::min<std::size_t>(columns, 16);
}

// Writes the steps one after the other; a line of code stands above the first step it took.
class Steps {
  public:
    Steps(Page& page, const session::Replay& replay, const model::Trace& trace)
        : page_(page),
          replay_(replay),
          trace_(trace),
          names_(name_columns(trace, page.charset())),
          operations_(operation_columns(trace, page.charset())),
          shows_time_(std::any_of(trace.steps.begin(), trace.steps.end(), [](const auto& step) {
              return step.at >= std::chrono::milliseconds(1);
          })) {}

    void write(std::size_t index);

  private:
    void write_code(const model::TraceStep& step);

    Page& page_;
    const session::Replay& replay_;
    const model::Trace& trace_;
    std::size_t names_;
    std::size_t operations_;
    bool shows_time_;
    std::optional<model::ThreadIndex> last_thread_;
    std::optional<model::SourceLine> last_where_;
};

void Steps::write_code(const model::TraceStep& step) {
    const std::string code = code_at(replay_.sources, *step.where);
    if (!code.empty()) page_.line().to(6).add(code, Style::strong);
}

void Steps::write(std::size_t index) {
    const model::TraceStep& step = trace_.steps[index];
    const bool is_elsewhere = step.where && step.where != last_where_;
    if (last_thread_ && step.thread != last_thread_) page_.line();
    if (is_elsewhere) write_code(step);
    Line& line = page_.line().add(fmt::format("{:>4}  ", index + 1), Style::quiet);
    if (shows_time_) line.add(fmt::format("{:>7}  ", moment(step.at)), Style::quiet);
    const std::size_t start = line.width();
    const std::string name = printable(thread_name(trace_, step.thread), page_.charset());
    line.add(clip(name, names_, page_.charset()), lane_style(step.thread)).to(start + names_ + 2);
    line.add(step_text(step, operations_), step.result ? Style::notice : Style::plain);
    if (is_elsewhere) line.right(location(*step.where), Style::quiet);
    last_thread_ = step.thread;
    if (step.where) last_where_ = step.where;
}

}  // namespace

void write_replay(Page& page, const session::Replay& replay) {
    const model::CaseReport& one = replay.result;
    page.line(headline(replay.exercise), Style::strong).clip_to(40);
    page.last().add("   replay");
    if (one.finding) page.last().right(label(*one.finding), Style::bad);
    const bool has_passed = one.outcome == model::Outcome::passed;
    write_message(page,
                  {has_passed ? "✓" : "✗", has_passed ? Style::good : Style::bad, one.name, {}});
    if (one.finding) page.paragraph(one.finding->message, 2);

    const std::optional<model::Trace>& trace = one.finding ? one.finding->trace : one.passing_trace;
    if (!trace) return;
    page.line();
    Steps steps(page, replay, *trace);
    for (std::size_t i = 0; i < trace->steps.size(); ++i)
        steps.write(i);
    if (trace->truncated) page.line().to(6).add(and_so_on, Style::quiet);
    page.line();
    write_waits(page, *trace);
    if (one.finding) page.paragraph(one.finding->question);
}

}  // namespace heddle::report
