// Cases on the simulated machine: those that handouts/model.md shows, and those that machine.cpp
// holds to their ending.
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

#include "example.hpp"
#include "heddle/bottleneck.hpp"
#include "heddle/gate.hpp"
#include "heddle/test.hpp"

namespace test = heddle::test;
using heddle::Ticks;

namespace {

void in_threads(int count, const std::function<void(int)>& work) {
    std::vector<std::thread> threads;
    for (int i = 0; i < count; ++i)
        threads.emplace_back(work, i);
    for (std::thread& thread : threads)
        thread.join();
}

}  // namespace

TEST_CASE("weigh all", "[hidden][time]") {
    weigh_all();
    REQUIRE(test::usage(heddle_charge_work).count == 5);
}

TEST_CASE("count close", "[hidden]") {
    count_close();
    SUCCEED();
}

TEST_CASE("count apart", "[hidden]") {
    count_apart();
    SUCCEED();
}

TEST_CASE("sum by rows", "[hidden]") {
    REQUIRE(sum_by_rows() == 0);
}

TEST_CASE("sum by columns", "[hidden]") {
    REQUIRE(sum_by_columns() == 0);
}

// Six of 10 ms on two cores: three rounds, in which both are busy all the time. Meanwhile a device
// is waited for, which takes no core.
TEST_CASE("two cores are busy without a pause", "[hidden][time][cores:2]") {
    in_threads(7, [](int i) { i == 6 ? heddle::io(Ticks(30)) : heddle::work(Ticks(10)); });
    const Ticks took = heddle::now();
    const test::Machine machine = test::machine();
    const int hardware = static_cast<int>(std::thread::hardware_concurrency());
    const int at_once = test::usage(heddle_charge_work).peak;
    const Ticks computed = test::usage(heddle_charge_work).total;
    REQUIRE(took == Ticks(30));
    REQUIRE(hardware == 2);
    REQUIRE(machine.cores == 2);
    REQUIRE(machine.busy_peak == 2);
    REQUIRE(machine.busy == Ticks(60));
    REQUIRE(machine.idle == Ticks(0));
    REQUIRE(at_once == 2);
    REQUIRE(computed == Ticks(60));
}

// 10 ms by one while the other three have nothing to do, and then 10 ms of nothing.
TEST_CASE("idle cores are counted", "[hidden][time][cores:4]") {
    heddle::work(Ticks(10));
    heddle::io(Ticks(10));
    const test::Machine machine = test::machine();
    REQUIRE(machine.busy == Ticks(10));
    REQUIRE(machine.idle == Ticks(4 * 20 - 10));
}

// However the threads are scheduled, never more than two compute, and nobody gets more or less of
// the processor than he asked for.
TEST_CASE("never more compute than there are cores", "[hidden][cores:2]") {
    in_threads(5, [](int) {
        heddle::work(Ticks(10));
        heddle::work(Ticks(10));
    });
    const test::Machine machine = test::machine();
    const int at_once = test::usage(heddle_charge_work).peak;
    REQUIRE(machine.busy_peak <= 2);
    REQUIRE(at_once <= 2);
    REQUIRE(machine.busy == Ticks(100));
}

TEST_CASE("the case ends while others compute", "[hidden][time][cores:1]") {
    std::thread busy([] { heddle::work(Ticks(100)); });
    heddle::sleep(Ticks(10));
    test::evidence("wrong-result", "it ends here");
}

alignas(64) volatile long numbers[24];  // three lines that nobody has touched

TEST_CASE("lines are counted where the case asks for it", "[hidden][time][lines:64]") {
    const test::Lines before = test::lines();
    numbers[0] = 1;
    numbers[7] = 1;  // the same line
    numbers[8] = 1;  // the next
    const test::Lines after = test::lines();
    const long long fetched = after.fetched - before.fetched;
    REQUIRE(after.available);
    REQUIRE(fetched == 2);
}

TEST_CASE("elsewhere nobody counts them", "[hidden][time]") {
    numbers[0] = 1;
    REQUIRE_FALSE(test::lines().available);
}

TEST_CASE("two meet who may", "[hidden][time]") {
    test::Gate gate(2);
    std::mutex mine[2];
    in_threads(2, [&](int i) {
        const std::lock_guard lock(mine[i]);
        gate.enter();
    });
    test::expect_met(gate, "one-lock-all", "two sales");
    SUCCEED();
}

TEST_CASE("two can't meet under one lock", "[hidden][time]") {
    test::Gate gate(2);
    std::mutex all;
    in_threads(2, [&](int) {
        const std::lock_guard lock(all);
        gate.enter();
    });
    test::expect_met(gate, "one-lock-all", "two sales");
    SUCCEED();
}
