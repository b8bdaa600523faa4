#include "report/player.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <optional>
#include <string_view>
#include <vector>

#include "base/hash.hpp"
#include "report/exploration.hpp"
#include "report/markup.hpp"
#include "report/picture.hpp"
#include "report/player_files.hpp"
#include "report/player_table.hpp"
#include "report/text.hpp"
#include "report/words.hpp"

namespace heddle::report {
namespace {

// What a page tells, wherever it comes from.
struct Told {
    std::string of;     // "10 lost-update"
    std::string title;  // the case's name, or the program's
    std::string verdict;
    const model::Finding* finding = nullptr;
    const model::Trace* trace = nullptr;
    const Sources& sources;
};

constexpr std::string_view controls = R"(<div id="player" role="group" aria-label="Player" hidden>
<div class="buttons">
<button type="button" id="first" aria-keyshortcuts="Home">First</button>
<button type="button" id="back" aria-keyshortcuts="ArrowLeft ArrowUp">Back</button>
<button type="button" id="play" aria-keyshortcuts="Space">Play</button>
<button type="button" id="next" aria-keyshortcuts="ArrowRight ArrowDown">Next</button>
<button type="button" id="last" aria-keyshortcuts="End">Last</button>
</div>
<p id="now" role="status"></p>
<p class="keys">Keys: <kbd>←</kbd> <kbd>→</kbd> a step, <kbd>Home</kbd> <kbd>End</kbd>,
<kbd>Space</kbd> plays</p>
</div>
)";

constexpr std::string_view legend =
    "<p class=\"legend\">The line goes through whichever thread runs. A ring is a step that has to "
    "wait, dots below it the wait; a bar is a lock that is held; ◂ is the line that the finding "
    "names.</p>\n";

// Writes one page, from top to bottom.
class Player {
  public:
    explicit Player(const Told& told) : told_(told) {}

    std::string write();

  private:
    void write_head();
    void write_header();
    void write_message(std::string_view message);
    void write_where(const model::SourceLine& where);
    void write_ending();
    void write_waits(const model::Trace& trace);

    template <class... Arguments>
    void put(fmt::format_string<Arguments...> format, Arguments&&... arguments) {
        fmt::format_to(std::back_inserter(html_), format, std::forward<Arguments>(arguments)...);
    }

    const Told& told_;
    std::string html_;
};

// Nothing but the two that stand here can run or be fetched.
void Player::write_head() {
    put("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
    put("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; base-uri "
        "'none'; form-action 'none'; script-src 'sha256-{}'; style-src 'sha256-{}'\">\n",
        base::sha256_base64(player_script), base::sha256_base64(player_style));
    put("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
        "<meta name=\"color-scheme\" content=\"light dark\">\n<title>{}: {}</title>\n",
        as_markup(told_.of), as_markup(told_.title));
    put("<style>{}</style>\n</head>\n", player_style);
}

// Lines that begin with a space stay as they are: code, and marks below it.
void Player::write_message(std::string_view message) {
    for (const std::string_view line : lines_of(message)) {
        const bool is_as_written = line.starts_with(' ') || line.starts_with('\t');
        const std::string_view tag = is_as_written ? "pre" : "p";
        put("<{0} class=\"message\">{1}</{0}>\n", tag, as_markup(line));
    }
}

void Player::write_where(const model::SourceLine& where) {
    put("<p class=\"at-line\"><span class=\"where\">{}</span>", as_markup(location(where)));
    const std::string code = code_at(told_.sources, where);
    if (!code.empty()) put(" <code>{}</code>", as_markup(code));
    put("</p>\n");
}

void Player::write_header() {
    put("<header>\n<p class=\"of\">{}</p>\n<h1>{}</h1>\n", as_markup(told_.of),
        as_markup(told_.title));
    put("<p class=\"verdict {}\">{}</p>\n", told_.finding == nullptr ? "good" : "bad",
        as_markup(told_.verdict));
    if (told_.finding != nullptr) {
        write_message(told_.finding->message);
        if (told_.finding->where) write_where(*told_.finding->where);
    }
    put("</header>\n");
}

// Those in the circle first, held together by a bracket.
void Player::write_waits(const model::Trace& trace) {
    put("<h2>{}</h2>\n<ul class=\"waits\">\n", waits_heading(trace));
    for (const model::Wait* const wait : circle_first(trace)) {
        put("<li{}><b>{}</b> {}", wait->in_cycle ? " class=\"circle\"" : "",
            as_markup(thread_name(trace, wait->thread)), as_markup(wait_text(trace, *wait)));
        if (wait->where) put(" <span class=\"where\">{}</span>", as_markup(location(*wait->where)));
        put("</li>\n");
    }
    put("</ul>\n");
}

void Player::write_ending() {
    put("<section id=\"ending\" aria-label=\"How it ends\">\n");
    if (told_.trace != nullptr && told_.trace->truncated)
        put("<p>… and so on: more happened than was kept.</p>\n");
    if (told_.trace != nullptr && !told_.trace->waits.empty()) write_waits(*told_.trace);
    if (told_.finding != nullptr) {
        if (!told_.finding->question.empty())
            put("<p class=\"question\">{}</p>\n", as_markup(told_.finding->question));
        const std::string found = found_in(*told_.finding);
        if (!found.empty()) put("<p class=\"found\">{}</p>\n", found);
    }
    put("</section>\n");
}

std::string Player::write() {
    write_head();
    put("<body>\n<main>\n");
    write_header();
    const std::string table =
        told_.trace == nullptr
            ? ""
            : player_table(*told_.trace, told_.sources,
                           told_.finding == nullptr ? std::nullopt : told_.finding->where);
    if (!table.empty()) html_ += legend;
    html_ += table;
    write_ending();
    put("</main>\n");
    if (!table.empty()) {
        html_ += controls;
        put("<script>{}</script>\n", player_script);
    }
    put("</body>\n</html>\n");
    return std::move(html_);
}

const model::Trace* shown(const std::optional<model::Trace>& trace) {
    return trace ? &*trace : nullptr;
}

std::string verdict_on(const model::Finding& finding) {
    return "✗ " + label(finding);
}

}  // namespace

std::string player_page(const session::Replay& replay) {
    const model::CaseReport& one = replay.result;
    Told told{headline(replay.exercise), one.name,      "✓ passed", nullptr,
              shown(one.passing_trace),  replay.sources};
    if (one.finding) {
        told.verdict = verdict_on(*one.finding);
        told.finding = &*one.finding;
        told.trace = shown(one.finding->trace);
    }
    return Player(told).write();
}

std::string player_page(const session::Exploration& exploration) {
    Told told{"heddle explore", exploration.program, "✓ " + passed(exploration.result), nullptr,
              nullptr,          exploration.sources};
    std::optional<model::Finding> finding;
    if (exploration.build || exploration.result.finding) {
        finding = shown_finding(exploration);
        told.verdict = verdict_on(*finding);
        told.finding = &*finding;
        told.trace = shown(finding->trace);
    }
    return Player(told).write();
}

}  // namespace heddle::report
