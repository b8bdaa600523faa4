#include "report/player_table.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <iterator>
#include <map>
#include <string_view>
#include <vector>

#include "report/holdings.hpp"
#include "report/markup.hpp"
#include "report/picture.hpp"
#include "report/spins.hpp"
#include "report/text.hpp"
#include "report/words.hpp"

namespace heddle::report {
namespace {

constexpr std::size_t most_lanes = 12;
constexpr std::size_t few_lanes = 5;
constexpr std::size_t most_slots = 4;  // bars beside each other; player.css has as many
constexpr std::size_t lock_colours = 6;
constexpr std::size_t longest_name = 40;
constexpr std::size_t widest_on_one_line = 24;
constexpr std::size_t longest_text = 160;

std::string clipped(std::string_view text, std::size_t columns) {
    return as_markup(clip(printable(text, Charset::utf8), columns, Charset::utf8));
}

// Writes one table, from top to bottom.
class Table {
  public:
    Table(const model::Trace& trace, const Sources& sources,
          const std::optional<model::SourceLine>& focus);

    std::string write();

  private:
    const model::TraceStep& step(std::size_t row) const { return trace_.steps[row]; }
    bool is_turn(std::size_t row) const {
        return row > 0 && step(row).thread != step(row - 1).thread;
    }
    std::string name(model::ThreadIndex thread) const {
        return clipped(thread_name(trace_, thread), longest_name);
    }
    void follow_locks(const FoldedRow& row);
    std::string_view line_of(std::size_t row, model::ThreadIndex thread) const;
    std::string_view turn_of(std::size_t row, model::ThreadIndex thread) const;

    void write_head();
    void write_row(const FoldedRow& shown);
    void write_time(std::size_t row);
    void write_lane(const FoldedRow& shown, model::ThreadIndex thread);
    void write_cell(const FoldedRow& shown);
    void write_step(std::size_t row);
    void write_rounds(const FoldedRow& spin);
    void write_bars(std::size_t row, model::ThreadIndex thread);
    void write_held(std::size_t row, model::ThreadIndex thread);
    void write_place(const model::TraceStep& step);
    void write_wait(const model::Wait& wait);
    void write_end();

    template <class... Arguments>
    void put(fmt::format_string<Arguments...> format, Arguments&&... arguments) {
        fmt::format_to(std::back_inserter(html_), format, std::forward<Arguments>(arguments)...);
    }

    const model::Trace& trace_;
    const Sources& sources_;
    const std::optional<model::SourceLine>& focus_;
    std::vector<Holding> holdings_;
    std::vector<const Holding*> held_;            // at the row that is written
    std::size_t next_ = 0;                        // of holdings_
    std::map<std::string, std::size_t> colours_;  // of locks, by name
    std::vector<model::ThreadIndex> lanes_;       // empty where threads are named on each row
    std::map<model::ThreadIndex, std::size_t> first_step_;
    std::map<model::ThreadIndex, std::size_t> last_step_;
    std::string last_time_;
    std::size_t slots_ = 0;
    bool shows_time_ = false;
    bool shows_code_ = false;
    std::string html_;
};

Table::Table(const model::Trace& trace, const Sources& sources,
             const std::optional<model::SourceLine>& focus)
    : trace_(trace), sources_(sources), focus_(focus), holdings_(holdings_of(trace)) {
    for (std::size_t i = 0; i < trace.steps.size(); ++i) {
        first_step_.emplace(step(i).thread, i);
        shows_code_ = shows_code_ || (step(i).where && !code_at(sources, *step(i).where).empty());
        shows_time_ = shows_time_ || step(i).at >= std::chrono::milliseconds(1);
    }
    for (const Holding& one : holdings_) {
        colours_.emplace(one.lock, colours_.size() % lock_colours);
        slots_ = std::max(slots_, std::min(one.slot + 1, most_slots));
    }
    if (first_step_.size() > most_lanes) return;
    for (const auto& [thread, first] : first_step_)
        lanes_.push_back(thread);
}

// What is held at the row, or given back there, but for what is taken and given back in folded
// rounds. Rows come in order.
void Table::follow_locks(const FoldedRow& row) {
    for (; next_ < holdings_.size() && holdings_[next_].from <= row.first; ++next_) {
        const bool is_folded = row.rounds > 0 && holdings_[next_].from == row.first;
        if (!is_folded || holdings_[next_].to > row.last()) held_.push_back(&holdings_[next_]);
    }
    std::erase_if(held_, [&row](const Holding* one) { return one->to < row.first; });
}

// How its lane looks at a step: not there yet or any more, waiting, or ready to go on.
std::string_view Table::line_of(std::size_t row, model::ThreadIndex thread) const {
    if (row < first_step_.at(thread)) return "";
    const auto last = last_step_.find(thread);
    if (last == last_step_.end()) return " alive";
    if (step(last->second).operation == "end") return "";
    return step(last->second).result == "waits" ? " blocked" : " alive";
}

// The part of a hand-over's arrow in its lane.
std::string_view Table::turn_of(std::size_t row, model::ThreadIndex thread) const {
    if (!is_turn(row)) return "";
    const model::ThreadIndex from = step(row - 1).thread;
    const model::ThreadIndex to = step(row).thread;
    if (thread == from) return from < to ? " goes-right" : " goes-left";
    if (thread == to) return from < to ? " from-left" : " from-right";
    return std::min(from, to) < thread && thread < std::max(from, to) ? " passed" : "";
}

void Table::write_head() {
    put("<thead>\n<tr><th scope=\"col\">Step</th>");
    if (shows_time_) put("<th scope=\"col\">Time</th>");
    for (const model::ThreadIndex thread : lanes_)
        put("<th scope=\"col\" class=\"lane\">{}</th>", name(thread));
    if (lanes_.empty()) put("<th scope=\"col\" class=\"lane\">Thread</th>");
    put("<th scope=\"col\" class=\"where\">Line</th>{}</tr>\n</thead>\n",
        shows_code_ ? "<th scope=\"col\" class=\"code\">Code</th>" : "");
}

void Table::write_time(std::size_t row) {
    if (!shows_time_) return;
    const std::string time = moment(step(row).at);
    put("<td class=\"time{}\">{}</td>", time == last_time_ ? " same" : "", time);
    last_time_ = time;
}

void Table::write_bars(std::size_t row, model::ThreadIndex thread) {
    for (const Holding* const one : held_) {
        if (one->thread != thread || one->slot >= most_slots) continue;
        put("<i class=\"bar slot-{} lock-{}{}{}\"></i>", one->slot, colours_.at(one->lock),
            one->from == row ? " first" : "", one->to == row ? " last" : "");
    }
}

// What it holds before and after the row. Said once, when another thread goes on.
void Table::write_held(std::size_t row, model::ThreadIndex thread) {
    std::string locks;
    for (const Holding* const one : held_) {
        if (one->thread != thread || one->from == row || one->to == row) continue;
        locks += (locks.empty() ? "" : ", ") + one->lock;
    }
    if (!locks.empty()) put("<span class=\"held\">holds {}</span>", clipped(locks, longest_text));
}

void Table::write_step(std::size_t row) {
    const model::TraceStep& one = step(row);
    const std::string text = step_text(one);
    const bool is_long = width(printable(text, Charset::utf8)) > widest_on_one_line;
    put("<i class=\"dot\"></i><span class=\"who\">{}: </span><span "
        "class=\"does{}\"><b>{}</b>{}</span>",
        name(one.thread), is_long ? " long" : "", clipped(one.operation, longest_name),
        clipped(std::string_view(text).substr(one.operation.size()), longest_text));
}

// What happens in the lane of the thread that runs.
void Table::write_cell(const FoldedRow& shown) {
    if (shown.rounds == 0) {
        write_step(shown.first);
    } else {
        write_rounds(shown);
    }
}

void Table::write_rounds(const FoldedRow& spin) {
    put("<span class=\"who\">{}: </span><span class=\"does long\">… {}, ×{}</span>",
        name(step(spin.first).thread),
        spin.period == 1 ? "the same step" : fmt::format("the same {} steps", spin.period),
        spin.rounds);
}

void Table::write_lane(const FoldedRow& shown, model::ThreadIndex thread) {
    const std::size_t row = shown.first;
    const bool is_here = step(row).thread == thread;
    const bool leaves = is_turn(row) && step(row - 1).thread == thread;
    put("<td class=\"lane{}{}{}\">", is_here ? " at" : line_of(row, thread), turn_of(row, thread),
        is_here && step(row).result ? " stops" : "");
    write_bars(row, thread);
    if (is_here) write_cell(shown);
    if (leaves) write_held(row, thread);
    put("</td>");
}

void Table::write_place(const model::TraceStep& step) {
    const std::string where = step.where ? as_markup(location(*step.where)) : "";
    put("<td class=\"where{}\">{}</td>", step.where && step.where == focus_ ? " here" : "", where);
    if (!shows_code_) return;
    const std::string code = step.where ? code_at(sources_, *step.where) : "";
    put("<td class=\"code\">");
    if (!code.empty()) put("<code>{}</code>", clipped(code, longest_text));
    put("</td>");
}

void Table::write_row(const FoldedRow& shown) {
    const std::size_t row = shown.first;
    follow_locks(shown);
    put("<tr class=\"step{}{}\"><th scope=\"row\">{}{}</th>", is_turn(row) ? " turn" : "",
        is_scenery(step(row)) ? " scenery"
        : shown.rounds > 0    ? " fold"
                              : "",
        row + 1, shown.rounds > 0 ? fmt::format("–{}", shown.last() + 1) : "");
    write_time(row);
    for (const model::ThreadIndex thread : lanes_)
        write_lane(shown, thread);
    if (lanes_.empty()) {
        put("<td class=\"lane at{}\">", step(row).result ? " stops" : "");
        write_cell(shown);
        put(" ");
        write_held(row, step(row).thread);
        put("</td>");
    }
    write_place(step(row));
    put("</tr>\n");
    last_step_[step(row).thread] = shown.last();
}

void Table::write_wait(const model::Wait& wait) {
    constexpr std::string_view waits = "waits";
    const std::string text = wait_text(trace_, wait);
    put("<td class=\"lane blocked{}\">", wait.in_cycle ? " circle" : "");
    write_bars(trace_.steps.size(), wait.thread);
    put("<span class=\"does long\">{}{}<span class=\"rest\">{}</span></span></td>",
        wait.in_cycle ? "↻ " : "", waits,
        clipped(std::string_view(text).substr(waits.size()), longest_text));
}

// What each thread waits for in the end, where nothing could run.
void Table::write_end() {
    if (trace_.waits.empty() || lanes_.empty()) return;
    follow_locks({trace_.steps.size()});
    put("<tr class=\"end\"><th scope=\"row\">end</th>{}", shows_time_ ? "<td></td>" : "");
    for (const model::ThreadIndex thread : lanes_) {
        const auto wait =
            std::find_if(trace_.waits.begin(), trace_.waits.end(),
                         [&](const model::Wait& one) { return one.thread == thread; });
        if (wait == trace_.waits.end()) {
            put("<td class=\"lane\"></td>");
            continue;
        }
        write_wait(*wait);
    }
    put("<td></td>{}</tr>\n", shows_code_ ? "<td></td>" : "");
}

std::string Table::write() {
    const std::string_view shape = lanes_.empty()              ? " named"
                                   : lanes_.size() > few_lanes ? " many"
                                                               : "";
    put("<table class=\"slots-{}{}\">\n<caption>Every step in the order in which it happened: one "
        "row a step{}</caption>\n",
        slots_, shape, lanes_.empty() ? "" : ", one column a thread");
    write_head();
    put("<tbody>\n");
    for (const FoldedRow& row : fold_spins(trace_))
        write_row(row);
    write_end();
    put("</tbody>\n</table>\n");
    return std::move(html_);
}

}  // namespace

std::string player_table(const model::Trace& trace, const Sources& sources,
                         const std::optional<model::SourceLine>& focus) {
    return trace.steps.empty() ? "" : Table(trace, sources, focus).write();
}

}  // namespace heddle::report
