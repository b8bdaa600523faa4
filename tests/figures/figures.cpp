// Draws the handouts' figures from real runs, or says which are stale.
//
//     figures ROOT BUILD            exit 1 and a line for each figure that a run no longer gives
//     figures ROOT BUILD --write    writes them anew
#include <cstdio>
#include <string_view>

#include "figures/generated_page.hpp"
#include "report/picture.hpp"
#include "report/svg.hpp"
#include "session/grade.hpp"

namespace {

using namespace heddle;
namespace fs = std::filesystem;

// Whose run a figure shows: a solution's, or that of a program that goes astray.
struct Figure {
    const char* exercise;
    const char* files;  // relative to the root
    const char* title;
};

constexpr Figure figures[] = {
    {"00-first-thread", "solutions/00-first-thread", "Two threads count down side by side"},
    {"04-subclass", "solutions/04-subclass", "Two countdowns, five seconds a step"},
    {"05-target", "tests/wrong/05-target/order-assumed/push_back_under_a_mutex",
     "Two squares, in the order in which they were done"},
    {"06-join", "solutions/06-join", "One deadline for both, the slow one first"},
    {"07-daemon", "solutions/07-daemon", "The heartbeat is abandoned when the writer is done"},
    {"10-lost-update", "tests/wrong/10-lost-update/split-rmw/atomic_load_then_store",
     "Two hits, one of them lost"},
    {"18-overlap", "solutions/18-overlap", "Six pages, three at a time"},
};

// A trace, and the line that its story is about.
struct Drawn {
    model::Trace trace;
    std::optional<model::SourceLine> focus;
};

base::Expected<Drawn> trace_for(const session::Course& course, const Figure& figure) {
    const auto exercise = course.catalogue.find(figure.exercise);
    if (!exercise) return base::fail(exercise.error());
    auto submission = build::read_submission(*exercise, course.place.root / figure.files);
    if (!submission) return base::fail(submission.error());
    session::Quiet quiet;
    const session::GradeRequest request{*exercise,
                                        std::move(*submission),
                                        session::Tests::visible,
                                        session::Budget::usual,
                                        session::Seed("figures", 1),
                                        1};
    const auto report = session::grade(course, request, quiet);
    if (!report.graded) return base::fail({report.reason, figure.files, report.hint});
    for (const model::CaseReport& each : report.cases) {
        if (each.finding && each.finding->trace) {
            return Drawn{*each.finding->trace, each.finding->where};
        }
        if (each.passing_trace) return Drawn{*each.passing_trace, std::nullopt};
    }
    return base::fail({"the run gave no trace", figure.files, ""});
}

// 0 fine, 1 stale, 2 could not be drawn.
int treat(const session::Course& course, const Figure& figure, Treatment treatment) {
    const auto trace = trace_for(course, figure);
    if (!trace) {
        std::fprintf(stderr, "figures: %s\n", base::to_string(trace.error()).c_str());
        return 2;
    }
    const std::string drawn =
        report::to_svg(trace->trace, report::condense(trace->trace, trace->focus, {24}),
                       {figure.exercise, figure.title});
    const fs::path path =
        course.place.root / "handouts" / "figures" / (std::string(figure.exercise) + ".svg");
    return treat_page("figures", path, drawn, treatment);
}

}  // namespace

int main(int count, char** arguments) {
    if (count < 3) return 2;
    const auto course = session::open_course({arguments[1], arguments[2]});
    if (!course) {
        std::fprintf(stderr, "figures: %s\n", base::to_string(course.error()).c_str());
        return 2;
    }
    const Treatment treatment = treatment_from(count > 3 ? arguments[3] : "");
    int worst = 0;
    for (const Figure& figure : figures)
        worst = std::max(worst, treat(*course, figure, treatment));
    return worst;
}
