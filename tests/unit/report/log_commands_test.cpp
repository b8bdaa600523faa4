#include "report/log_commands.hpp"

#include "catch.hpp"
#include "report/page.hpp"

using namespace heddle::report;

TEST_CASE("a line that begins like a command of GitHub's is broken, white space before it or not") {
    CHECK(without_commands("::error::x") == "\\::error::x");
    CHECK(without_commands("  ::stop-commands::x") == "  \\::stop-commands::x");
    CHECK(without_commands("\u3000\u00A0::x") == "\u3000\u00A0\\::x");
}

TEST_CASE("a command in brackets is broken wherever it stands") {
    CHECK(without_commands("##[error]x") == "##\\[error]x");
    CHECK(without_commands("a ##[error]x and ##vso[task.complete]") ==
          "a ##\\[error]x and ##vso\\[task.complete]");
    CHECK(without_commands("###[error]x") == "###\\[error]x");
    CHECK(without_commands("##teamcity[message]") == "##teamcity\\[message]");
}

TEST_CASE("other text stays as it is, and broken text is not broken again") {
    for (const char* text : {"", "  ", "std::thread", "a ::error::x", ":", ":x:", "a##b", "## [x]",
                             "##", "# #[x]", "\\::error::x", "##\\[error]x"}) {
        CHECK(without_commands(text) == text);
    }
}

TEST_CASE("a page breaks commands that are put together piece by piece") {
    Page page(Look{Colour::off, Charset::utf8});
    page.line(":").add(":error::x");
    page.line("#").add("#vso").add("[x]");
    page.line().to(5).add("::x");
    CHECK(page.text() == "\\::error::x\n##vso\\[x]\n     \\::x\n");
}

TEST_CASE("a page breaks a command at the start of a wrapped line, within its columns") {
    Page page(Look{Colour::off, Charset::utf8});
    page.paragraph(std::string(78, 'a') + " ::error::" + std::string(71, 'x'));
    const std::string text = page.text();
    CHECK(text.find("\n\\::error::x") != std::string::npos);
    CHECK(text.size() == 79 + 79 + sizeof "…");
}
