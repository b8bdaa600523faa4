// The page of `--html`: what it looks like to a browser is tests/player's.
#include "report/player.hpp"

#include <regex>

#include "base/hash.hpp"
#include "base/text.hpp"
#include "catch.hpp"
#include "report/golden.hpp"
#include "report/hostile.hpp"
#include "report/player_files.hpp"
#include "report/samples.hpp"
#include "report/text.hpp"

using namespace heddle;

namespace {

session::Replay replay_of(const model::ExerciseReport& report) {
    session::Replay replay;
    replay.exercise = report.exercise;
    replay.result = *model::main_case(report);
    return replay;
}

std::size_t occurrences(const std::string& text, std::string_view part) {
    std::size_t count = 0;
    for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1))
        ++count;
    return count;
}

std::string replaced(std::string text, std::string_view part, std::string_view by) {
    const std::size_t at = text.find(part);
    REQUIRE(at != std::string::npos);
    return text.replace(at, part.size(), by);
}

// Without its style and script, which have files of their own.
std::string bare(std::string page) {
    page = replaced(std::move(page), report::player_style, "player.css");
    page = replaced(std::move(page), base::sha256_base64(report::player_style), "player.css");
    page = replaced(std::move(page), base::sha256_base64(report::player_script), "player.js");
    const bool has_player = page.find("<script>") != std::string::npos;
    return has_player ? replaced(std::move(page), report::player_script, "player.js") : page;
}

bool is_ours(const std::string& tag) {
    static const std::regex ours(
        "<!DOCTYPE html>|"
        "</?(html|head|title|style|body|main|header|section|div|p|pre|h1|h2|ul|li|table|caption|"
        "thead|tbody|tr|th|td|i|b|span|code|button|kbd|script|meta)"
        "( (class|id|lang|charset|name|content|http-equiv|type|role|aria-[a-z]+|scope)"
        "=\"[^\"<>]*\"| hidden)*>");
    return std::regex_match(tag, ours);
}

// Every tag is one that the player writes, and every & an entity of its own.
void check_markup(const std::string& page) {
    std::size_t at = 0;
    for (std::size_t open = page.find('<'); open != std::string::npos; open = page.find('<', at)) {
        at = page.find('>', open);
        REQUIRE(at != std::string::npos);
        const std::string tag = page.substr(open, at + 1 - open);
        if (!is_ours(tag)) FAIL("a tag: " << tag);
    }
    static const std::regex entity("&(amp|lt|gt|quot|#35);.*");
    for (std::size_t sign = page.find('&'); sign != std::string::npos;
         sign = page.find('&', sign + 1)) {
        REQUIRE(std::regex_match(page.substr(sign, 6), entity));
    }
    REQUIRE(occurrences(page, "<script>") <= 1);
}

void check_no_commands(const std::string& page) {
    for (const std::string_view line : report::lines_of(page)) {
        if (is_command(std::string(line))) FAIL("a line: " << line);
    }
    REQUIRE(page.find_first_of("\x1b\r") == std::string::npos);
}

}  // namespace

TEST_CASE("a page that plays a deadlock has the same bytes each time") {
    session::Replay replay = replay_of(samples::deadlock());
    std::vector<std::string> lines(15);
    lines[13] = "    std::lock_guard mine(a.mutex);";
    lines[14] = "    std::lock_guard theirs(b.mutex);";
    replay.sources["account.cpp"] = lines;
    const std::string page = report::player_page(replay);
    CHECK(page == report::player_page(replay));
    check_golden("html/deadlock.html", bare(page));
}

TEST_CASE("a page without a failure says so and has nothing to play") {
    session::Exploration found;
    found.program = "right.c";
    found.result.schedules = {300, 30, 0};
    const std::string page = report::player_page(found);
    CHECK(page.find("No failure in 330 schedules (not a proof)") != std::string::npos);
    CHECK(page.find("<script>") == std::string::npos);
    CHECK(page.find("<table") == std::string::npos);

    found.build = samples::build_error().build;
    const std::string broken = report::player_page(found);
    CHECK(broken.find("build-error") != std::string::npos);
    CHECK(broken.find("No failure") == std::string::npos);
}

TEST_CASE("a page tells what happened before its cause, as the terminal does") {
    session::Exploration found;
    found.outcome = model::Outcome::crash;
    model::Finding& race = found.result.finding.emplace();
    race.outcome = model::Outcome::data_race;
    race.message = "Nothing orders the two.";
    model::Finding& crash = found.others.emplace_back();
    crash.outcome = model::Outcome::crash;
    crash.message = "main crashed.";
    const std::string page = report::player_page(found);
    CHECK(page.find("main crashed.") < page.find("Nothing orders the two."));
}

TEST_CASE("every sample has a page with each of its steps") {
    for (const samples::Sample& sample : samples::all()) {
        const model::Finding* const finding = model::main_finding(sample.report);
        if (finding == nullptr || model::main_case(sample.report) == nullptr) continue;
        const std::string page = report::player_page(replay_of(sample.report));
        INFO(sample.name);
        check_markup(bare(page));
        CHECK(occurrences(page, "<tr class=\"step") ==
              (finding->trace ? finding->trace->steps.size() : 0));
    }
}

TEST_CASE("a page's policy names its own style and script by their hashes") {
    const std::string page = report::player_page(replay_of(samples::deadlock()));
    CHECK(page.find("default-src 'none'") != std::string::npos);
    CHECK(page.find("script-src 'sha256-" + base::sha256_base64(report::player_script) + "'") !=
          std::string::npos);
    CHECK(page.find("<script>" + std::string(report::player_script) + "</script>") !=
          std::string::npos);
    CHECK(report::player_script.find("</") == std::string::npos);
    CHECK(page.find("http://") == std::string::npos);
    CHECK(page.find("https://") == std::string::npos);
}

TEST_CASE("hostile text can't become an element, an attribute or a command of a page") {
    for (unsigned seed = 0; seed < 100; ++seed) {
        const session::Replay replay = Hostile(seed).replay();
        const std::string page = report::player_page(replay);
        REQUIRE(base::is_utf8(page));
        check_no_commands(page);
        check_markup(bare(page));
    }
}

TEST_CASE("an empty trace and one of a single step are pages too") {
    session::Replay replay;
    replay.exercise = "10-lost-update";
    replay.result.passing_trace = model::Trace{{"main"}, {}, {}, false};
    CHECK(report::player_page(replay).find("<table") == std::string::npos);
    replay.result.passing_trace->steps.resize(1);
    const std::string page = report::player_page(replay);
    CHECK(page.find("✓ passed") != std::string::npos);
    CHECK(occurrences(page, "<tr class=\"step") == 1);
}

TEST_CASE("a spin is folded between its first and last round, and steps keep their numbers") {
    session::Replay replay;
    model::Trace& trace = replay.result.passing_trace.emplace();
    trace.threads = {"main"};
    for (int i = 0; i < 20; ++i) {
        for (const char* operation : {"load", "yield"}) {
            trace.steps.emplace_back();
            trace.steps.back().operation = operation;
        }
    }
    const std::string page = report::player_page(replay);
    CHECK(occurrences(page, "<tr class=\"step") == 5);
    CHECK(page.find(">3–38<") != std::string::npos);
    CHECK(page.find("the same 2 steps, ×18") != std::string::npos);
    CHECK(page.find(">40<") != std::string::npos);
}

TEST_CASE("more threads than fit beside each other are named on each row, with what they hold") {
    session::Replay replay;
    model::Trace& trace = replay.result.passing_trace.emplace();
    for (std::size_t thread = 0; thread < 13; ++thread) {
        trace.threads.push_back("worker " + std::to_string(thread));
        for (const char* object : {"a", "b"}) {
            trace.steps.emplace_back();
            trace.steps.back().thread = thread;
            trace.steps.back().operation = "lock";
            trace.steps.back().object = object;
        }
    }
    const std::string page = report::player_page(replay);
    CHECK(page.find("<table class=\"slots-2 named\">") != std::string::npos);
    CHECK(occurrences(page, "<th scope=\"col\"") == 3);
    CHECK(occurrences(page, "holds a<") == 13);
    trace.steps.resize(24);
    CHECK(report::player_page(replay).find("many") != std::string::npos);
}

TEST_CASE("a page of many threads with long names stays as long as its steps are many") {
    session::Replay replay;
    model::Trace& trace = replay.result.passing_trace.emplace();
    for (std::size_t thread = 0; thread < 256; ++thread) {
        trace.threads.emplace_back(10'000, 'x');
        model::TraceStep step;
        step.thread = thread;
        step.operation = "lock";
        step.object = std::string(10'000, 'y');
        trace.steps.push_back(step);
    }
    CHECK(bare(report::player_page(replay)).size() < trace.steps.size() * 1'000);
}
