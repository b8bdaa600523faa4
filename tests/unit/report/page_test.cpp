#include "report/page.hpp"

#include "catch.hpp"
#include "report/text.hpp"

using namespace heddle::report;

namespace {

constexpr Look plain{Colour::off, Charset::utf8};
constexpr Look coloured{Colour::on, Charset::utf8};

}  // namespace

TEST_CASE("no line is wider than a page, and a cut one says so") {
    Page page(plain);
    page.line(std::string(79, 'a')).add("bc").add("d");
    page.line(std::string(80, 'a'));
    const std::string text = page.text();
    const auto lines = lines_of(text);
    CHECK(lines[0] == std::string(79, 'a') + "…");
    CHECK(lines[1] == std::string(80, 'a'));
}

TEST_CASE("text at the right ends at the last column, or is left out") {
    Page page(plain);
    page.line("left").right("right");
    page.line(std::string(76, 'a')).right("right");
    page.line().right("alone");
    const std::string text = page.text();
    const auto lines = lines_of(text);
    CHECK(lines[0] == "left" + std::string(71, ' ') + "right");
    CHECK(lines[1] == std::string(76, 'a'));
    CHECK(lines[2] == std::string(75, ' ') + "alone");
}

TEST_CASE("moving to a column that is behind leaves one space") {
    Page page(plain);
    page.line("abc").to(2).add("d").to(8).add("e");
    CHECK(page.text() == "abc d   e\n");
}

TEST_CASE("colour surrounds text, never the spaces at its end") {
    Page page(coloured);
    page.line("bad  ", Style::bad).add("  ").add("plain");
    page.line("only  ", Style::good);
    CHECK(page.text() == "\x1b[31mbad\x1b[0m    plain\n\x1b[32monly\x1b[0m\n");
}

TEST_CASE("a paragraph keeps its indent and its limit") {
    Page page(plain);
    page.paragraph("word word", 70);
    page.paragraph(std::string(300, 'x'), 0, Style::plain, 2);
    page.paragraph("", 4);
    const std::string text = page.text();
    const auto lines = lines_of(text);
    REQUIRE(lines.size() == 3);
    CHECK(lines[0] == std::string(70, ' ') + "word word");
    CHECK(lines[2].ends_with(" …"));
}

TEST_CASE("threads are told apart by their column, then by six styles") {
    CHECK(lane_style(0) != lane_style(1));
    CHECK(lane_style(0) == lane_style(6));
}
