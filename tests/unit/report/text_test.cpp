#include "report/text.hpp"

#include "catch.hpp"
#include "report/unicode.hpp"

using namespace heddle::report;

namespace {

std::string clean(std::string_view text) {
    return printable(text, Charset::utf8);
}

}  // namespace

TEST_CASE("no escape sequence reaches a terminal") {
    CHECK(clean("\x1b[31mred\x1b[0m") == "\uFFFD[31mred\uFFFD[0m");
    CHECK(clean("\x1b]0;title\x07") == "\uFFFD]0;title\uFFFD");
    CHECK(clean("\xc2\x9b"
                "2J") ==
          "\uFFFD"
          "2J");  // CSI as a C1 control
    CHECK(clean(std::string_view("a\0b\x7f", 4)) == "a\uFFFDb\uFFFD");
}

TEST_CASE("a line stays one line") {
    CHECK(clean("a\nb\r\nc\td\u2028e") == "a b  c d\uFFFDe");
}

TEST_CASE("text can't be hidden or turned round") {
    CHECK(clean("user\u202Enimda") == "user\uFFFDnimda");
    CHECK(clean("a\u200Bb\uFEFF") == "a\uFFFDb\uFFFD");
}

TEST_CASE("malformed UTF-8 is shown as such and stops nothing") {
    CHECK(clean("a\xff"
                "b\xc3") == "a\uFFFDb\uFFFD");
    CHECK(clean("\xc0\xaf") == "\uFFFD\uFFFD");            // an overlong slash
    CHECK(clean("\xed\xa0\x80") == "\uFFFD\uFFFD\uFFFD");  // a surrogate
}

TEST_CASE("a pile of combining marks is cut short") {
    std::string pile = "e";
    for (int i = 0; i < 1000; ++i)
        pile += "\u0301";
    CHECK(clean(pile) == "e\u0301\u0301");
    CHECK(clean("\u0301x") == "x");
}

TEST_CASE("without UTF-8 our signs are spelled and others become question marks") {
    CHECK(printable("load hits_ → 0 … ✗ é", Charset::ascii) == "load hits_ -> 0 ... x ?");
}

TEST_CASE("wide letters count two columns, combining marks none") {
    CHECK(width("é") == 1);
    CHECK(width("e\u0301") == 1);
    CHECK(width("线程") == 4);
    CHECK(width("→✓✗…┌") == 5);
}

TEST_CASE("clipping keeps within the columns, whatever the letters") {
    CHECK(clip("hit_counter.hpp", 15, Charset::utf8) == "hit_counter.hpp");
    CHECK(clip("hit_counter.hpp", 8, Charset::utf8) == "hit_cou…");
    CHECK(clip("hit_counter.hpp", 8, Charset::ascii) == "hit_c...");
    CHECK(clip("线程线程", 4, Charset::utf8) == "线…");
    CHECK(clip_front("hit_counter.hpp:9", 10, Charset::utf8) == "…ter.hpp:9");
}

TEST_CASE("wrapping breaks at spaces, and inside a word only where it must") {
    CHECK(wrap("one two three", 7) == std::vector<std::string>{"one two", "three"});
    CHECK(wrap("  one   two ", 3) == std::vector<std::string>{"one", "two"});
    CHECK(wrap("abcdefgh ij", 4) == std::vector<std::string>{"abcd", "efgh", "ij"});
    CHECK(wrap("线程", 1) == std::vector<std::string>{"?", "?"});
    CHECK(wrap("   ", 4).empty());
}

TEST_CASE("lines end with LF or CRLF") {
    CHECK(lines_of("a\r\nb\n\nc") == std::vector<std::string_view>{"a", "b", "", "c"});
    CHECK(lines_of("").empty());
}

TEST_CASE("every code point survives the way there and back") {
    for (char32_t code_point = 1; code_point < 0x110000; code_point += 7) {
        if (code_point >= 0xd800 && code_point < 0xe000) continue;
        std::string text;
        append(text, code_point);
        std::string_view rest = text;
        if (take_code_point(rest) != code_point || !rest.empty())
            FAIL("U+" << static_cast<unsigned>(code_point));
    }
}
