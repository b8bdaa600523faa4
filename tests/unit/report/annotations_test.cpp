#include "report/annotations.hpp"

#include <algorithm>
#include <chrono>

#include "catch.hpp"
#include "report/samples.hpp"
#include "report/text.hpp"
#include "report/unicode.hpp"

using namespace heddle;

namespace {

std::vector<std::string> annotations(const std::vector<model::ExerciseReport>& reports) {
    const std::string text = report::to_annotations(reports);
    std::vector<std::string> lines;
    for (const std::string_view line : report::lines_of(text))
        lines.emplace_back(line);
    return lines;
}

// A report with so many findings, each at a line of its own.
model::ExerciseReport with_findings(const std::string& exercise, int number) {
    model::ExerciseReport report = samples::split_rmw();
    report.exercise = exercise;
    const model::CaseReport failed = report.cases[1];
    report.cases.clear();
    for (int line = 1; line <= number; ++line) {
        report.cases.push_back(failed);
        report.cases.back().finding->where->line = line;
    }
    return report;
}

// What the runner shows of a report's first annotation, in lines.
std::vector<std::string> text_of(const model::ExerciseReport& report) {
    std::string text = annotations({report}).at(0);
    text = text.substr(text.find("::", 2) + 2);
    for (std::size_t at = 0; (at = text.find("%0A", at)) != std::string::npos;)
        text.replace(at, 3, "\n");
    std::vector<std::string> lines;
    for (const std::string_view line : report::lines_of(text))
        lines.emplace_back(line);
    return lines;
}

// Of UTF-16, with the line breaks.
std::size_t units_of(const std::vector<std::string>& lines) {
    std::size_t units = lines.size() - 1;
    for (std::string_view line : lines) {
        while (!line.empty())
            units += report::take_code_point(line) > 0xFFFF ? 2 : 1;
    }
    return units;
}

model::Finding& first_finding(model::ExerciseReport& report) {
    return *std::find_if(report.cases.begin(), report.cases.end(),
                         [](const model::CaseReport& one) { return one.finding.has_value(); })
                ->finding;
}

std::string repeated(std::string_view letter, int times) {
    std::string text;
    for (int i = 0; i < times; ++i)
        text += letter;
    return text;
}

constexpr std::size_t kept_by_github = 4'096;

}  // namespace

TEST_CASE("an annotation stands at its line of the student's repository") {
    model::ExerciseReport report = samples::split_rmw();
    CHECK(
        annotations({report}) ==
        std::vector<std::string>{
            "::error file=exercises/10-lost-update/hit_counter.hpp,line=9,"
            "title=10 lost-update%3A split-rmw::two threads, one hit each: total() is 1, expected "
            "2%0AThread-1: load hits_ → 0 (hit_counter.hpp:9)"
            "%0AThread-2: load hits_ → 0 (hit_counter.hpp:9)"
            "%0AThread-2: store hits_ ← 1 (hit_counter.hpp:9)"
            "%0AThread-1: store hits_ ← 1 (hit_counter.hpp:9)"
            "%0AEach step is atomic; the pair is not. What may happen between them?"});
    report.folder = "";
    CHECK(annotations({report})[0].starts_with("::error file=hit_counter.hpp,line=9,"));
    for (model::CaseReport& one : report.cases) {
        if (one.finding) one.finding->where.reset();
    }
    CHECK(annotations({report})[0].starts_with("::error title=10 lost-update"));
}

TEST_CASE("an annotation tells where virtual time has passed, and who waits for whom") {
    model::ExerciseReport report = samples::deadlock();
    model::Trace& trace = *first_finding(report).trace;
    for (std::size_t i = 4; i < trace.steps.size(); ++i)
        trace.steps[i].at = std::chrono::seconds(2);
    const std::string line = annotations({report})[0];
    CHECK(line.find("%0Aat 0 s, Thread-1: lock a.mutex (account.cpp:14)"
                    "%0Aat 2 s, Thread-2: lock b.mutex (account.cpp:14)%0A") != std::string::npos);
    CHECK(line.find("%0AHere they wait for each other:"
                    "%0AThread-1 waits for b.mutex, held by Thread-2 (account.cpp:15)"
                    "%0AThread-2 waits for a.mutex, held by Thread-1 (account.cpp:15)") !=
          std::string::npos);
}

TEST_CASE("one cause is annotated once, whatever it costs") {
    CHECK(samples::split_rmw().cases[2].finding);  // the same as in the case before
    CHECK(annotations({samples::split_rmw()}).size() == 1);
}

TEST_CASE("each exercise's main finding comes before the others of any") {
    const std::vector<std::string> lines =
        annotations({with_findings("04-subclass", 30), with_findings("10-lost-update", 30)});
    CHECK(lines.size() == report::most_annotations_of_a_kind);
    CHECK(lines[0].find("title=04 subclass") != std::string::npos);
    CHECK(lines[1].find("title=10 lost-update") != std::string::npos);
    CHECK(lines[2].find("title=04 subclass") != std::string::npos);
}

TEST_CASE("what was not graded is no error, and neither is what is still to be written") {
    const std::vector<std::string> lines =
        annotations({samples::not_graded(), samples::unfinished(), samples::success()});
    REQUIRE(lines.size() == 2);
    CHECK(lines[0].starts_with("::warning title=10 lost-update%3A not graded::AddressSanitizer"));
    CHECK(lines[1].starts_with("::notice file=exercises/10-lost-update/hit_counter.cpp,line=6,"));
}

TEST_CASE("a student's text can't end an annotation or begin another") {
    model::ExerciseReport report = samples::build_error();
    report.build->where = model::SourceLine{"a,line=1::b\n::c%.cpp", 12};
    report.build->message = "100%\r\n::error::x\n##[error]y";
    report.build->question = "";
    CHECK(annotations({report}) ==
          std::vector<std::string>{
              "::error file=exercises/10-lost-update/a%2Cline=1%3A%3Ab %3A%3Ac%25.cpp,line=12,"
              "title=10 lost-update%3A build-error::100%25%0A\\::error::x%0A##\\[error]y"});
}

TEST_CASE("a flood of text is cut") {
    model::ExerciseReport report = samples::build_error();
    report.build->message = std::string(100000, 'x');
    for (int i = 0; i < 1000; ++i)
        report.build->message += "\nx";
    const std::vector<std::string> lines = text_of(report);
    CHECK(lines.size() == 8 + 1 + 1);  // of the message, the mark, the question
    CHECK(lines[8] == "…");
    CHECK(lines.back() == report.build->question);
    CHECK(units_of(lines) < 1000);
}

TEST_CASE("a message of many short lines leaves room for the interleaving") {
    model::ExerciseReport report = samples::split_rmw();
    for (int i = 0; i < 1000; ++i)
        report.cases[1].finding->message += "\nx";
    const std::vector<std::string> lines = text_of(report);
    CHECK(lines.size() == 8 + 1 + 4 + 1);
    CHECK(lines[9] == "Thread-1: load hits_ → 0 (hit_counter.hpp:9)");
}

// Its letters take two units each.
TEST_CASE("a text is cut before GitHub cuts the question") {
    model::ExerciseReport report = samples::split_rmw();
    model::Finding& finding = *report.cases[1].finding;
    finding.trace->steps.resize(14, finding.trace->steps[0]);
    // Whatever room the last line leaves, the one before it fits or doesn't.
    for (int letters = 1; letters < 400; ++letters) {
        finding.trace->steps[0].object = repeated("𝕩", letters);
        for (std::size_t i = 1; i < finding.trace->steps.size(); ++i)
            finding.trace->steps[i].object = repeated("𝕩", 300);
        finding.question = repeated("x", 600);
        const std::vector<std::string> lines = text_of(report);
        REQUIRE(units_of(lines) <= 4'000);
        REQUIRE(units_of(lines) > 3'000);
        REQUIRE(lines.at(lines.size() - 2) == "…");
        REQUIRE(lines.back() == repeated("x", 399) + "…");
    }
}

TEST_CASE("as many waiting threads as there may be leave the question") {
    model::ExerciseReport report = samples::deadlock();
    model::Finding& finding = first_finding(report);
    finding.trace->waits.resize(200, finding.trace->waits.back());
    const std::vector<std::string> lines = text_of(report);
    CHECK(units_of(lines) < kept_by_github);
    CHECK(lines.size() == 40 + 1 + 1);
    CHECK(lines.at(lines.size() - 2) == "…");
    CHECK(lines.back() == finding.question);
}

TEST_CASE("a line break in a name begins no line") {
    model::ExerciseReport report = samples::split_rmw();
    const auto lines_with = [&report](const std::string& object) {
        for (model::TraceStep& step : report.cases[1].finding->trace->steps)
            step.object = object;
        return text_of(report).size();
    };
    CHECK(lines_with("a\n::error::b") == lines_with("a b"));
}
