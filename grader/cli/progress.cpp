#include "cli/progress.hpp"

#include <fmt/format.h>

#include "report/summary.hpp"
#include "report/terminal.hpp"
#include "report/words.hpp"

namespace heddle::cli {
namespace {

std::string words_for(session::Stage stage, std::optional<model::Flavour> flavour) {
    switch (stage) {
        case session::Stage::compile: return "compiling …";
        case session::Stage::link: return "linking …";
        case session::Stage::run: break;
    }
    return flavour ? fmt::format("running {} …", name(*flavour)) : "running …";
}

}  // namespace

void CheckProgress::exercise_began(std::string_view exercise, std::size_t index,
                                   std::size_t count) {
    exercise_ = exercise;
    counting_ = count > 1 ? fmt::format("{} of {}  ", index + 1, count) : "";
    count_ = count;
    stage_.clear();
    first_failed_.reset();
    draw();
}

void CheckProgress::stage_began(session::Stage stage, std::optional<model::Flavour> flavour) {
    stage_ = words_for(stage, flavour);
    draw();
}

void CheckProgress::first_finding(std::string_view, const model::CaseReport& failed) {
    first_failed_ = failed;
    draw();
}

void CheckProgress::exercise_ended(const model::ExerciseReport& report) {
    block_.clear();
    if (count_ <= 1) return;  // its whole screen follows
    report::Page page = page_for(stream_);
    report::write_summary_line(page, report);
    print(stream_, page);
}

void CheckProgress::draw() {
    report::Page page = page_for(stream_);
    if (first_failed_ && count_ <= 1) {
        report::write_early_finding(page, exercise_, *first_failed_, same_options_);
    }
    page.line(counting_ + report::headline(exercise_) + "  ", report::Style::quiet).add(stage_);
    block_.show(page);
}

void VerifyProgress::about_to_grade(std::string_view what, std::size_t done, std::size_t total) {
    report::Page page = page_for(stream_);
    page.line(fmt::format("{} of {}  ", done, total), report::Style::quiet).add(what);
    block_.show(page);
}

}  // namespace heddle::cli
