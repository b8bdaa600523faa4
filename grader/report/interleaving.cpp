#include "report/interleaving.hpp"

#include <fmt/format.h>

#include <optional>

#include "report/words.hpp"

namespace heddle::report {
namespace {

// Writes rows one after the other, and remembers what needs no repeating.
class Lines {
  public:
    Lines(const model::Trace& trace, const Picture& picture)
        : trace_(trace), shows_time_(passes_time(trace, picture)) {}

    std::string left_out(std::size_t steps);
    std::string step(const model::TraceStep& step);

  private:
    const model::Trace& trace_;
    bool shows_time_;
    std::string last_time_;
    std::optional<model::SourceLine> last_where_;
};

std::string Lines::left_out(std::size_t steps) {
    last_where_.reset();
    return "… " + count(static_cast<long long>(steps), "step") + " …";
}

std::string Lines::step(const model::TraceStep& step) {
    std::string line;
    const std::string time = shows_time_ ? moment(step.at) : "";
    if (time != last_time_) line = "at " + time + ", ";
    last_time_ = time;
    line += thread_name(trace_, step.thread) + ": " + step_text(step);
    if (step.where && step.where != last_where_) line += " (" + location(*step.where) + ")";
    last_where_ = step.where;
    return line;
}

std::string line_of(const model::Trace& trace, const model::Wait& wait) {
    std::string line = thread_name(trace, wait.thread) + " " + wait_text(trace, wait);
    if (wait.where) line += " (" + location(*wait.where) + ")";
    return line;
}

}  // namespace

std::vector<std::string> interleaving(const model::Trace& trace, const Picture& picture) {
    std::vector<std::string> made;
    Lines lines(trace, picture);
    for (const PictureRow& row : picture.rows)
        made.push_back(row.step ? lines.step(trace.steps[*row.step])
                                : lines.left_out(row.left_out));
    if (trace.truncated) made.emplace_back("… and so on");
    if (!trace.waits.empty()) made.push_back(fmt::format("{}:", waits_heading(trace)));
    for (const model::Wait* const wait : circle_first(trace))
        made.push_back(line_of(trace, *wait));
    return made;
}

}  // namespace heddle::report
