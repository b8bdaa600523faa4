#include "session/graders.hpp"

#include <latch>
#include <stdexcept>

#include "catch.hpp"
#include "session/workers.hpp"

using heddle::model::ExerciseReport;
using heddle::session::Graders;
using heddle::session::processors_used;

namespace {

ExerciseReport report_of(const std::string& exercise) {
    ExerciseReport report;
    report.exercise = exercise;
    return report;
}

}  // namespace

TEST_CASE("reports come in the order of the jobs, though the second ends first") {
    std::latch second_has_ended(1);
    Graders graders({[&] {
                         if (processors_used() > 1) second_has_ended.wait();
                         return report_of("first");
                     },
                     [&] {
                         second_has_ended.count_down();
                         return report_of("second");
                     }});
    CHECK(graders.next().exercise == "first");
    CHECK(graders.next().exercise == "second");
}

TEST_CASE("what a job throws reaches whoever asks for its report, and the others go on") {
    Graders graders({[]() -> ExerciseReport { throw std::runtime_error("no disk"); },
                     [] { return report_of("second"); }});
    CHECK_THROWS_WITH(graders.next(), "no disk");
    CHECK(graders.next().exercise == "second");
}

TEST_CASE("jobs that have begun are waited for, though nobody asks for their reports") {
    std::atomic<int> begun = 0;
    std::atomic<int> ended = 0;
    {
        Graders graders(std::vector<Graders::Job>(100, [&] {
            ++begun;
            std::this_thread::yield();
            ++ended;
            return report_of("");
        }));
        while (begun == 0)
            std::this_thread::yield();
    }
    CHECK(begun == ended);
}
