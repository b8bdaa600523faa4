// Whatever a student's program prints or calls itself, a page is only ever read: nothing on it
// moves a cursor, no line is wider than 80 columns, as the C library counts them, and no CI system
// that reads any of our output as its log finds a command there.
#include <algorithm>
#include <clocale>
#include <cstring>
#include <cwchar>
#include <nlohmann/json.hpp>
#include <pugixml.hpp>
#include <regex>

#include "base/text.hpp"
#include "catch.hpp"
#include "report/annotations.hpp"
#include "report/checkup.hpp"
#include "report/hostile.hpp"
#include "report/json.hpp"
#include "report/junit.hpp"
#include "report/listing.hpp"
#include "report/markdown.hpp"
#include "report/proof.hpp"
#include "report/replay.hpp"
#include "report/summary.hpp"
#include "report/svg.hpp"
#include "report/terminal.hpp"
#include "report/text.hpp"

using namespace heddle;
using report::Charset;
using report::Colour;
using report::Look;
using report::Page;

namespace {

constexpr unsigned rounds = 100;

// Columns by wcwidth(3); -1 for a control character or malformed UTF-8.
int columns_by_c_library(std::string_view line) {
    std::mbstate_t state{};
    int columns = 0;
    while (!line.empty()) {
        wchar_t letter = 0;
        const std::size_t bytes = std::mbrtowc(&letter, line.data(), line.size(), &state);
        if (bytes == 0 || bytes > line.size()) return -1;
        if (letter < 0x20 || (letter >= 0x7f && letter < 0xa0)) return -1;
        columns += std::max(::wcwidth(letter), 0);
        line.remove_prefix(bytes);
    }
    return columns;
}

void check_no_commands(const std::string& text) {
    for (const std::string_view line : report::lines_of(text)) {
        if (is_command(std::string(line))) FAIL("round's line: " << line);
    }
    REQUIRE(text.find_first_of("\x1b\r") == std::string::npos);
}

void check_lines(const std::string& text) {
    for (const std::string_view line : report::lines_of(text)) {
        const int columns = columns_by_c_library(line);
        if (columns < 0 || columns > 80) FAIL("round's line: " << line);
    }
    check_no_commands(text);
}

std::string without_colour(const std::string& text) {
    std::string plain;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '\x1b') {
            i = text.find('m', i);
        } else {
            plain += text[i];
        }
    }
    return plain;
}

bool is_ascii(const std::string& text) {
    return std::all_of(text.begin(), text.end(),
                       [](char byte) { return byte == '\n' || (byte >= ' ' && byte <= '~'); });
}

template <class Write>
void check_writer(Write write) {
    REQUIRE(std::setlocale(LC_CTYPE, "C.UTF-8") != nullptr);
    for (unsigned seed = 0; seed < rounds; ++seed) {
        const auto text_in = [&](Look look) {
            Hostile hostile(seed);
            Page page(look);
            write(page, hostile);
            return page.text();
        };
        const std::string text = text_in({Colour::off, Charset::utf8});
        check_lines(text);
        REQUIRE(without_colour(text_in({Colour::on, Charset::utf8})) == text);
        REQUIRE(is_ascii(text_in({Colour::off, Charset::ascii})));
    }
}

}  // namespace

TEST_CASE("hostile text can't break out of an exercise's screen") {
    check_writer([](Page& page, Hostile& hostile) {
        report::write_exercise(page, hostile.exercise(), "--submission x");
        report::write_early_finding(page, hostile.text(), hostile.one_case());
    });
}

TEST_CASE("hostile text can't break out of a summary") {
    check_writer([](Page& page, Hostile& hostile) {
        const std::vector<model::ExerciseReport> reports = {hostile.exercise(), hostile.exercise()};
        for (const auto& one : reports)
            report::write_summary_line(page, one);
        report::write_summary(page, reports);
    });
}

TEST_CASE("hostile text can't break out of a replay") {
    check_writer(
        [](Page& page, Hostile& hostile) { report::write_replay(page, hostile.replay()); });
}

TEST_CASE("hostile text can't break out of the other pages") {
    check_writer([](Page& page, Hostile& hostile) {
        report::write_list(page, hostile.rows());
        report::write_welcome(page, hostile.rows());
        report::write_proof(page, hostile.proof());
        report::write_checkups(
            page, {{hostile.text(), session::Health::limited, hostile.text(), hostile.text()}});
    });
}

TEST_CASE("our widths are never less than the C library's") {
    REQUIRE(std::setlocale(LC_CTYPE, "C.UTF-8") != nullptr);
    for (unsigned seed = 0; seed < rounds; ++seed) {
        const std::string text = report::printable(Hostile(seed).text(), Charset::utf8);
        REQUIRE(static_cast<int>(report::width(text)) >= columns_by_c_library(text));
    }
}

TEST_CASE("JSON of hostile text can be read again") {
    for (unsigned seed = 0; seed < rounds; ++seed) {
        const auto text = report::to_json(std::vector{Hostile(seed).exercise()});
        REQUIRE(base::is_utf8(text));
        REQUIRE(nlohmann::json::accept(text));
        check_no_commands(text);
    }
}

TEST_CASE("JSON gives back what it spelled otherwise") {
    model::ExerciseReport report;
    report.observations = {{"x", "###[error] ##[y]\\##"}};
    const auto read = nlohmann::json::parse(report::to_json(std::vector{report}));
    CHECK(read["reports"][0]["observations"][0]["message"] == report.observations[0].message);
}

TEST_CASE("JUnit XML of hostile text can be read again, and holds no test of the student's") {
    for (unsigned seed = 0; seed < rounds; ++seed) {
        const model::ExerciseReport report = Hostile(seed).exercise();
        const std::string text = report::to_junit({report}, "--submission x");
        REQUIRE(base::is_utf8(text));
        check_no_commands(text);
        pugi::xml_document document;
        REQUIRE(document.load_string(text.c_str()));
        const pugi::xml_node suite = document.child("testsuites").child("testsuite");
        const auto tests = std::distance(suite.children().begin(), suite.children().end());
        const bool has_cases = report.graded && !report.build;
        REQUIRE(tests == (has_cases ? static_cast<long>(report.cases.size()) : 1));
    }
}

TEST_CASE("annotations of hostile text are commands of ours only") {
    static const std::regex ours(
        "::(error|warning|notice) "
        "(file=[^:,]+,line=[1-9][0-9]*,)?title=[^:,]*::[^]*");
    for (unsigned seed = 0; seed < rounds; ++seed) {
        Hostile hostile(seed);
        const std::string text = report::to_annotations({hostile.exercise(), hostile.exercise()});
        REQUIRE(base::is_utf8(text));
        REQUIRE(text.find_first_of("\x1b\r") == std::string::npos);
        for (const std::string_view line : report::lines_of(text))
            REQUIRE(std::regex_match(std::string(line), ours));
    }
}

// By CommonMark's rules: in a fenced block only a fence as long as its first line ends it.
TEST_CASE("a summary of hostile text has student's text in fenced blocks only") {
    static const std::regex outside(
        R"(|#{3,4} ([^`]|\\`)*|\| ([^|]|\\\|)* \| [^|]* \| ([^|]|\\\|)* \||\|---\|---:\|---\||No room.*)");
    for (unsigned seed = 0; seed < rounds; ++seed) {
        Hostile hostile(seed);
        const std::string text =
            report::to_markdown({hostile.exercise(), hostile.exercise()}, 1000000);
        check_no_commands(text);
        std::string fence;
        for (const std::string_view line : report::lines_of(text)) {
            if (!fence.empty()) {
                if (line == fence) fence.clear();
            } else if (line.starts_with("```")) {
                fence = line.substr(0, line.find('t'));
            } else {
                REQUIRE(std::regex_match(std::string(line), outside));
            }
        }
        REQUIRE(fence.empty());
    }
}

TEST_CASE("a figure of hostile text stays one well-formed element after another") {
    static const std::regex element("<[^<>]*>|&(amp|lt|gt|quot|#35);|[^<>&]");
    for (unsigned seed = 0; seed < rounds / 10; ++seed) {
        Hostile hostile(seed);
        const model::Trace trace = hostile.trace();
        const std::string svg =
            report::to_svg(trace, report::whole(trace), {hostile.text(), hostile.text()});
        REQUIRE(base::is_utf8(svg));
        check_no_commands(svg);
        REQUIRE(std::regex_replace(svg, element, "").empty());
    }
}
