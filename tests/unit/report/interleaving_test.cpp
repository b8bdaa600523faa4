#include "report/interleaving.hpp"

#include <chrono>

#include "catch.hpp"
#include "report/samples.hpp"

using namespace heddle;
using namespace std::chrono_literals;

namespace {

using Lines = std::vector<std::string>;

// Two threads; each step is a load of n by the thread of that index, at that time.
model::Trace loads(const std::vector<std::pair<model::ThreadIndex, std::chrono::seconds>>& steps) {
    model::Trace trace;
    trace.threads = {"main", "Thread-1"};
    for (const auto& [thread, time] : steps) {
        model::TraceStep step;
        step.thread = thread;
        step.operation = "load";
        step.object = "n";
        step.at = time;
        trace.steps.push_back(step);
    }
    return trace;
}

Lines all_of(const model::Trace& trace) {
    return report::interleaving(trace, report::whole(trace));
}

}  // namespace

TEST_CASE("the time is told where it passes, and not again") {
    CHECK(all_of(loads({{0, 0s}, {1, 0s}, {1, 2s}, {0, 2s}})) ==
          Lines{"at 0 s, main: load n", "Thread-1: load n", "at 2 s, Thread-1: load n",
                "main: load n"});
    CHECK(all_of(loads({{0, 0s}, {1, 0s}})) == Lines{"main: load n", "Thread-1: load n"});
}

TEST_CASE("what is left out is counted, and an end that wasn't kept is told") {
    model::Trace trace = loads({{0, 0s}, {1, 0s}});
    trace.truncated = true;
    const report::Picture picture{{0, 1}, {{0, 0}, {std::nullopt, 3}, {1, 0}}};
    CHECK(report::interleaving(trace, picture) ==
          Lines{"main: load n", "… 3 steps …", "Thread-1: load n", "… and so on"});
    CHECK(report::interleaving(trace, {}).empty());
}

TEST_CASE("who waits is told even where nobody did anything") {
    model::Trace trace = loads({});
    trace.waits.push_back({0, "lock", "mutex", 1, false, model::SourceLine{"a.cpp", 3}});
    CHECK(all_of(trace) == Lines{"Here nothing can go on:",
                                 "main waits for mutex, held by Thread-1 (a.cpp:3)"});
}
