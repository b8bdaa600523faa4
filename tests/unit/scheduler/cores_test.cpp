// Who computes when, on so many cores. The arithmetic stands beside each number.
#include "scheduler/cores.hpp"

#include <vector>

#include "catch.hpp"

namespace heddle::scheduler {
namespace {

Cores cores(std::uint32_t count) {
    Cores made;
    made.begin(count);
    return made;
}

// When the last of these is done, all asked for at once.
Time makespan(std::uint32_t count, const std::vector<Time>& lengths) {
    Cores machine = cores(count);
    Time end = 0;
    for (const Time length : lengths)
        end = std::max(end, machine.take(0, length) + length);
    return end;
}

}  // namespace

TEST_CASE("on one core, computations follow each other in the order in which they came") {
    Cores one = cores(1);
    CHECK(one.take(0, 30) == 0);
    CHECK(one.take(0, 10) == 30);
    CHECK(one.take(5, 10) == 40);
    CHECK(one.take(100, 10) == 100);  // free since 50
}

TEST_CASE("who comes first gets the core that is free first") {
    Cores two = cores(2);
    CHECK(two.take(0, 30) == 0);
    CHECK(two.take(0, 10) == 0);
    CHECK(two.take(0, 50) == 10);  // after the short one
    CHECK(two.take(0, 1) == 30);   // after the long one: the other is busy until 60
}

// Six of 10 on k cores take ceil(6/k) rounds of 10.
TEST_CASE("equal computations come in rounds") {
    const std::vector<Time> six(6, 10);
    CHECK(makespan(1, six) == 60);
    CHECK(makespan(2, six) == 30);
    CHECK(makespan(3, six) == 20);
    CHECK(makespan(4, six) == 20);
    CHECK(makespan(6, six) == 10);
    CHECK(makespan(64, six) == 10);
}

// Graham 1969: a list schedule takes at most (2 - 1/k) times as long as the best one. Here k = 2,
// the list 1, 1, 2 gives 3, and 2, 1, 1 gives 2, the best: 3 = (2 - 1/2) * 2.
TEST_CASE("a bad order loses as much as Graham says, and no more") {
    CHECK(makespan(2, {1, 1, 2}) == 3);
    CHECK(makespan(2, {2, 1, 1}) == 2);
}

TEST_CASE("without a number there is a core for each thread that can be") {
    CHECK(makespan(0, std::vector<Time>(max_threads, 10)) == 10);
    CHECK(makespan(max_cores + 1, std::vector<Time>(max_threads, 10)) == 10);
}

// Two cores until 20: one has computed 20, the other 10 and will go on for 25 of its 35.
TEST_CASE("what lies beyond a moment hasn't been computed yet") {
    Cores two = cores(2);
    two.take(0, 20);
    two.take(10, 15);
    two.take(10, 20);  // begins at 20
    CHECK(two.busy_until(10) == 10);
    CHECK(two.busy_until(20) == 20 + 10);
    CHECK(two.busy_until(40) == 40 + 15);
    CHECK(two.busy_until(1'000) == 55);
}

TEST_CASE("a core is busy until its computation ends, and not at that moment") {
    Cores three = cores(3);
    three.take(0, 10);
    three.take(0, 20);
    CHECK(three.busy_at(0) == 2);
    CHECK(three.busy_at(10) == 1);
    CHECK(three.busy_at(20) == 0);
}

TEST_CASE("a computation of no length keeps nobody waiting") {
    Cores one = cores(1);
    CHECK(one.take(0, 0) == 0);
    CHECK(one.take(0, 10) == 0);
    CHECK(one.take(0, 0) == 10);
    CHECK(one.take(0, 10) == 10);
}

}  // namespace heddle::scheduler
