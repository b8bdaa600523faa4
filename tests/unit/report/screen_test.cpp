// What every screen of a verdict promises, whatever it shows.
#include <algorithm>
#include <cctype>

#include "catch.hpp"
#include "report/samples.hpp"
#include "report/terminal.hpp"
#include "report/text.hpp"

using namespace heddle;
using report::Page;

namespace {

std::string screen(const model::ExerciseReport& exercise) {
    Page page({});
    report::write_exercise(page, exercise);
    return page.text();
}

std::string lower(std::string text) {
    std::transform(text.begin(), text.end(), text.begin(),
                   [](unsigned char letter) { return std::tolower(letter); });
    return text;
}

// A message as long as a judge could ever write.
model::ExerciseReport wordy() {
    model::ExerciseReport exercise = samples::split_rmw();
    exercise.cases[1].name = std::string(200, 'n');
    std::string& message = exercise.cases[1].finding->message;
    for (int i = 0; i < 20; ++i)
        message += "\nThread-1 did one thing, and then it did another thing, twice.";
    exercise.cases[1].finding->where = model::SourceLine{std::string(90, 'f'), 1};
    return exercise;
}

}  // namespace

TEST_CASE("no screen reproaches") {
    for (const samples::Sample& sample : samples::all()) {
        const std::string text = lower(screen(sample.report));
        for (const char* word : {"wrong", "obvious", "simply", "just ", "fail!", "you should"}) {
            INFO(sample.name);
            CHECK(text.find(word) == std::string::npos);
        }
    }
}

TEST_CASE("at most 12 lines stand before the picture") {
    const std::string text = screen(wordy());
    const auto lines = report::lines_of(text);
    const auto picture = std::find_if(lines.begin(), lines.end(), [](std::string_view line) {
        return line.find("Thread-2") != std::string_view::npos;
    });
    REQUIRE(picture != lines.end());
    CHECK(picture - lines.begin() <= 12);
}

TEST_CASE("a case that failed without a finding is still shown") {
    model::ExerciseReport exercise = samples::success();
    exercise.cases[1].outcome = model::Outcome::crash;
    CHECK(screen(exercise).find("✗ two threads, one hit each: crash") != std::string::npos);
}

TEST_CASE("the question is asked once, after the picture") {
    const std::string text = screen(samples::split_rmw());
    const std::size_t question = text.find("What may happen between them?");
    REQUIRE(question != std::string::npos);
    CHECK(text.find("store hits_") < question);
    CHECK(text.find("What may happen", question + 1) == std::string::npos);
}

TEST_CASE("while the check runs, the finding stands without a score") {
    Page page({});
    report::write_early_finding(page, "10-lost-update", samples::split_rmw().cases[1]);
    CHECK(page.text().find("checking") != std::string::npos);
    CHECK(page.text().find("/10") == std::string::npos);
}

TEST_CASE("the replay command repeats where the submission came from") {
    Page page({});
    report::write_exercise(page, samples::relock(), "--submission ann");
    CHECK(page.text().find("./heddle replay 10 \"one thread, ten hits\" --submission ann") !=
          std::string::npos);
}

TEST_CASE("a command longer than a line can still be pasted into a shell") {
    const std::string folder = "submissions/" + std::string(90, 'x');
    Page page({});
    report::write_exercise(page, samples::relock(), "--submission " + folder);
    std::string text = page.text();
    for (std::size_t at; (at = text.find("\\\n")) != std::string::npos;)
        text.erase(at, 2);
    CHECK(text.find("\n./heddle replay 10 \"one thread, ten hits\" --submission " + folder +
                    "\n") != std::string::npos);
}
