#include "report/markdown.hpp"

#include "catch.hpp"
#include "report/samples.hpp"
#include "report/text.hpp"

using namespace heddle;

namespace {

constexpr std::size_t usual_room = report::largest_step_summary_bytes;

std::string markdown(const std::vector<model::ExerciseReport>& reports,
                     std::size_t room = usual_room) {
    return report::to_markdown(reports, room);
}

bool holds(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("a summary is a table and what failed") {
    const std::string text =
        markdown({samples::success(), samples::deadlock(), samples::unfinished()});
    CHECK(text.starts_with("### Heddle: 11/30 in 3 exercises\n"));
    CHECK(holds(text, "| 10 lost-update | 10/10 |  |\n"));
    CHECK(holds(text, "| 13 lock-order | 1/10 | lock-order |\n"));
    CHECK(holds(text, "#### 13 lock-order: lock-order\n\n```text\n✗ two transfers"));
    CHECK(holds(text, "Which order would suit every transfer, whoever pays whom?\n"));
    CHECK_FALSE(holds(text, "#### 10 lost-update"));  // done, and not begun: the table says so
}

TEST_CASE("where all schedules were tried the table says so, as the terminal does") {
    const std::string whole = markdown({samples::verified()});
    CHECK(holds(whole,
                "| 10 lost-update | 10/10 | Verified in 1 of 2 cases\\: all 86 schedules. "
                "Verified in 1 of 2 cases\\: all 914 schedules with at most 2 "
                "preemptions. |\n"));
    const std::string partly = markdown({samples::partly_verified()});
    CHECK(holds(partly, "| Verified in 2 of 3 cases\\: all 172 fair schedules. |\n"));
}

TEST_CASE("what was not graded has its reason, and no points") {
    const std::string text = markdown({samples::not_graded()});
    CHECK(text.starts_with("### Heddle: 0/0 in 0 exercises, 1 not graded\n"));
    CHECK(holds(text, "| 10 lost-update | not graded |  |\n"));
    CHECK(holds(text, "`ulimit -v unlimited`"));
}

TEST_CASE("a fence is longer than any in its block") {
    model::ExerciseReport report = samples::build_error();
    report.build->message = "`````\n# not a heading\n```";
    const std::string text = markdown({report});
    CHECK(holds(text, "\n``````text\n"));
    CHECK(text.ends_with("\n``````\n"));
}

TEST_CASE("a diagnosis can't leave its cell") {
    model::ExerciseReport report = samples::build_error();
    report.build->diagnosis = "a|b\n<img>`@c";
    CHECK(holds(markdown({report}), "| 10 lost-update | 0/10 | a\\|b \\<img\\>\\`\\@c |\n"));
}

TEST_CASE("a summary never needs more room than there is") {
    const std::vector<model::ExerciseReport> many(100, samples::split_rmw());
    const std::string whole = markdown(many);
    for (const std::size_t room : {whole.size() + 200, whole.size() / 2, std::size_t{10000}}) {
        CHECK(markdown(many, room).size() <= room);
    }
    CHECK(holds(markdown(many, whole.size() / 2), "more; the log has them."));
    CHECK(markdown(many, 100).empty());
    CHECK(markdown(many, 0).empty());
}
