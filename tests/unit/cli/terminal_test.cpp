// A check on a real terminal, as a pseudo-terminal sees it.
#include "cli/terminal.hpp"

#include <fcntl.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <cstdlib>
#include <string>
#include <vector>

#include "catch.hpp"
#include "cli/progress.hpp"

using namespace heddle;
using cli::LiveBlock;

namespace {

// A terminal of our own: what is written to stream() can be read back.
class Terminal {
  public:
    Terminal(unsigned short columns, unsigned short rows) {
        ::setenv("TERM", "xterm", 1);
        ::unsetenv("NO_COLOR");
        ::setenv("LC_ALL", "C.UTF-8", 1);
        master_ = ::posix_openpt(O_RDWR | O_NOCTTY | O_NONBLOCK);
        REQUIRE(::grantpt(master_) == 0);
        REQUIRE(::unlockpt(master_) == 0);
        const winsize size{rows, columns, 0, 0};
        stream_ = ::fdopen(::open(::ptsname(master_), O_RDWR | O_NOCTTY), "w");
        REQUIRE(stream_ != nullptr);
        REQUIRE(::ioctl(::fileno(stream_), TIOCSWINSZ, &size) == 0);
    }
    ~Terminal() {
        std::fclose(stream_);
        ::close(master_);
        ::unsetenv("TERM");
    }
    Terminal(const Terminal&) = delete;
    Terminal& operator=(const Terminal&) = delete;

    std::FILE* stream() { return stream_; }

    // Everything written since the last call.
    std::string text() {
        std::string all;
        std::vector<char> buffer(4096);
        for (ssize_t got = 0; (got = ::read(master_, buffer.data(), buffer.size())) > 0;) {
            all.append(buffer.data(), static_cast<std::size_t>(got));
        }
        return all;
    }

  private:
    int master_ = -1;
    std::FILE* stream_ = nullptr;
};

report::Page page_of(int lines) {
    report::Page page({});
    for (int i = 0; i < lines; ++i)
        page.line("line " + std::to_string(i));
    return page;
}

model::CaseReport failed_case() {
    model::CaseReport failed;
    failed.name = "two threads";
    failed.outcome = model::Outcome::wrong_result;
    failed.finding = model::Finding{};
    failed.finding->message = "total is 1, expected 2";
    return failed;
}

}  // namespace

TEST_CASE("a live block replaces what it showed and leaves nothing behind") {
    Terminal terminal(100, 40);
    {
        LiveBlock block(terminal.stream());
        block.show(page_of(3));
        CHECK(terminal.text() == "line 0\r\nline 1\r\nline 2\r\n");
        block.show(page_of(1));
        CHECK(terminal.text() == "\x1b[3A\r\x1b[Jline 0\r\n");
    }
    CHECK(terminal.text() == "\x1b[1A\r\x1b[J");
}

TEST_CASE("a live block never scrolls its own first line away") {
    Terminal terminal(100, 5);
    LiveBlock block(terminal.stream());
    block.show(page_of(20));
    CHECK(terminal.text() == "line 0\r\nline 1\r\nline 2\r\nline 3\r\n");
}

TEST_CASE("a narrow, a dumb or no terminal sees no live block") {
    Terminal narrow(60, 40);
    LiveBlock(narrow.stream()).show(page_of(2));
    CHECK(narrow.text().empty());
    Terminal dumb(100, 40);
    ::setenv("TERM", "dumb", 1);
    LiveBlock(dumb.stream()).show(page_of(2));
    CHECK(dumb.text().empty());
}

TEST_CASE("the first finding is on the screen before the check has ended") {
    Terminal terminal(100, 40);
    cli::CheckProgress progress(terminal.stream(), "");
    progress.exercise_began("10-lost-update", 0, 1);
    progress.stage_began(session::Stage::run, model::Flavour::hunt);
    CHECK(terminal.text().find("running hunt") != std::string::npos);
    progress.first_finding("10-lost-update", failed_case());
    const std::string text = terminal.text();
    CHECK(text.find("total is 1, expected 2") != std::string::npos);
    CHECK(text.find("checking") != std::string::npos);
}

TEST_CASE("in a batch each exercise becomes a line when it ends") {
    Terminal terminal(100, 40);
    cli::CheckProgress progress(terminal.stream(), "");
    progress.exercise_began("10-lost-update", 0, 2);
    progress.first_finding("10-lost-update", failed_case());
    CHECK(terminal.text().find("1 of 2") != std::string::npos);
    model::ExerciseReport report;
    report.exercise = "10-lost-update";
    report.max_score = 10;
    report.cases = {failed_case()};
    progress.exercise_ended(report);
    CHECK(terminal.text().find("10 lost-update") != std::string::npos);
}

TEST_CASE("colour is for terminals, and NO_COLOR turns it off") {
    Terminal terminal(100, 40);
    CHECK(cli::look_of(terminal.stream()).colour == report::Colour::on);
    ::setenv("NO_COLOR", "1", 1);
    CHECK(cli::look_of(terminal.stream()).colour == report::Colour::off);
    ::setenv("NO_COLOR", "", 1);
    CHECK(cli::look_of(terminal.stream()).colour == report::Colour::on);
}

TEST_CASE("signs follow the locale, by the variable that setlocale would take") {
    const auto charset_in = [](const char* all, const char* ctype, const char* lang) {
        ::setenv("LC_ALL", all, 1);
        ::setenv("LC_CTYPE", ctype, 1);
        ::setenv("LANG", lang, 1);
        return cli::look_of(stdout).charset;
    };
    CHECK(charset_in("", "", "de_DE.UTF-8") == report::Charset::utf8);
    CHECK(charset_in("", "", "C.utf8") == report::Charset::utf8);
    CHECK(charset_in("", "C", "de_DE.UTF-8") == report::Charset::ascii);
    CHECK(charset_in("C", "C.UTF-8", "C.UTF-8") == report::Charset::ascii);
    CHECK(charset_in("", "", "") == report::Charset::ascii);
}
