#include "report/spins.hpp"

#include <tuple>

#include "catch.hpp"

using namespace heddle;

namespace {

// A letter a step; capitals are another thread's.
model::Trace trace_of(std::string_view letters) {
    model::Trace trace;
    for (const char letter : letters) {
        model::TraceStep step;
        step.thread = letter < 'a' ? 1 : 0;
        step.operation = letter;
        trace.steps.push_back(step);
    }
    return trace;
}

using Row = std::tuple<std::size_t, std::size_t, std::size_t>;

// The folds alone: first step, rounds, period. Checks that each step is in one row.
std::vector<Row> folds(std::string_view letters) {
    std::vector<Row> folds;
    std::size_t next = 0;
    for (const report::FoldedRow& row : report::fold_spins(trace_of(letters))) {
        CHECK(row.first == next);
        next = row.last() + 1;
        if (row.rounds > 0) folds.emplace_back(row.first, row.rounds, row.period);
    }
    CHECK(next == letters.size());
    return folds;
}

}  // namespace

TEST_CASE("rounds of one step or several are folded between the first and the last") {
    CHECK(folds("xaaaaaay") == std::vector<Row>{{2, 4, 1}});
    CHECK(folds("xababababababy") == std::vector<Row>{{3, 4, 2}});
    CHECK(folds("abcabcabcabcabcab") == std::vector<Row>{{3, 3, 3}});
}

TEST_CASE("what differs, or is told as fast unfolded, stays") {
    CHECK(folds("").empty());
    CHECK(folds("abcdefgh").empty());
    CHECK(folds("aaaa").empty());
    CHECK(folds("abababab").empty());
}

TEST_CASE("steps of two threads are never folded, nor is a round that a thread breaks into") {
    CHECK(folds("aAaAaAaAaAaAaAaA").empty());
    CHECK(folds("aaaaaAaaaaa") == std::vector<Row>{{1, 3, 1}, {7, 3, 1}});
}
