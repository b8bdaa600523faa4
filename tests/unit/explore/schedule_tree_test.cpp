// All schedules of small programs: how many there are, and that none is lost that matters.
#include "explore/schedule_tree.hpp"

#include <array>
#include <set>
#include <string>

#include "catch.hpp"
#include "scheduler/random.hpp"
#include "scheduler/script.hpp"

namespace heddle::explore {
namespace {

using scheduler::Action;
using scheduler::Ending;
using scheduler::Operation;
using scheduler::Script;
using scheduler::ScriptedRun;

constexpr std::uint64_t a = 0x100;
constexpr std::uint64_t b = 0x200;
constexpr std::uint64_t m = 0x300;
constexpr std::uint64_t n = 0x400;
constexpr int no_bound = 1'000;
constexpr int most_runs = 20'000;

using Threads = std::vector<Script>;

// What each load saw and each object held in the end, if every write writes something of its own.
std::string outcome_of(const Threads& threads, const ScriptedRun& run) {
    std::map<std::uint64_t, std::string> held;
    std::vector<std::size_t> done(threads.size(), 0);
    std::map<std::string, std::string> seen;
    for (const scheduler::ThreadId thread : run.order()) {
        const Action& action = threads[thread][done[thread]];
        const std::string name = std::to_string(thread) + "." + std::to_string(done[thread]++);
        const bool updates = action.operation == Operation::read_modify_write;
        if (action.operation == Operation::load || updates) seen[name] = held[action.object];
        if (action.operation == Operation::store || updates) held[action.object] = name;
    }
    std::string outcome = std::to_string(static_cast<int>(run.record().ending));
    for (const auto& [name, value] : seen)
        outcome += " " + name + "=" + value;
    for (const auto& [object, value] : held)
        outcome += " " + std::to_string(object) + ":" + value;
    return outcome;
}

struct Schedule {
    std::string outcome;
    std::uint32_t preemptions = 0;
};

struct Explored {
    std::vector<Schedule> schedules;  // whole ones
    int runs = 0;

    std::set<std::string> outcomes(std::uint32_t bound = no_bound) const {
        std::set<std::string> all;
        for (const Schedule& each : schedules) {
            if (each.preemptions <= bound) all.insert(each.outcome);
        }
        return all;
    }
};

Explored explore_all(const Threads& threads, Pruning pruning, int bound = no_bound) {
    Explored explored;
    ScheduleTree tree(pruning);
    while (tree.bound().value_or(bound + 1) <= bound) {
        REQUIRE(++explored.runs <= most_runs);
        const Branch branch = tree.take();
        const ScriptedRun run(threads, command_for(branch, 0), branch.choices);
        REQUIRE(run.record().ending != Ending::replay_mismatch);
        REQUIRE_FALSE(run.record().made_way);
        if (run.record().ending != Ending::redundant)
            explored.schedules.push_back({outcome_of(threads, run), run.record().preemptions});
        REQUIRE(tree.grow(branch, run.record()));
    }
    return explored;
}

// Three threads of one or two operations on two variables, or two that may do theirs under a lock
// or two. The first thread does nothing: it is the one that runs first.
Threads random_threads(scheduler::Random& random) {
    constexpr std::array operations = {Operation::load, Operation::store,
                                       Operation::read_modify_write};
    Threads threads = {{}};
    const std::size_t count = 2 + random.below(2);
    for (std::size_t i = 0; i < count; ++i) {
        Script script;
        const std::uint64_t lock = random.below(2) == 0 ? m : n;
        const bool locks = count == 2 && random.below(2) == 0;
        const bool nests = locks && random.below(2) == 0;
        if (locks) script.push_back({Operation::lock, lock});
        if (nests) script.push_back({Operation::lock, m + n - lock});
        for (std::uint64_t left = 1 + random.below(2); left > 0; --left)
            script.push_back(
                {operations[random.below(operations.size())], random.below(2) == 0 ? a : b});
        if (nests) script.push_back({Operation::unlock, m + n - lock});
        if (locks) script.push_back({Operation::unlock, lock});
        threads.push_back(std::move(script));
    }
    return threads;
}

Threads two_threads(std::uint64_t first, std::uint64_t second) {
    return {{},
            {{Operation::store, first}, {Operation::store, first}},
            {{Operation::store, second}, {Operation::store, second}}};
}

}  // namespace

// Each has three steps, its beginning and two stores: 6! / (3! 3!) = 20.
TEST_CASE("without pruning there are as many schedules as interleavings") {
    CHECK(explore_all(two_threads(a, a), Pruning::none).schedules.size() == 20);
    CHECK(explore_all(two_threads(a, b), Pruning::none).schedules.size() == 20);
}

// To begin has no order that anybody sees. 4! / (2! 2!) = 6 orders of the stores, when they are to
// the same variable.
TEST_CASE("with sleep sets there is one schedule for each order of what is in conflict") {
    CHECK(explore_all(two_threads(a, a), Pruning::sleep_sets).schedules.size() == 6);
    CHECK(explore_all(two_threads(a, b), Pruning::sleep_sets).schedules.size() == 1);
}

// Three threads with a store each: 3! = 6 orders.
TEST_CASE("three stores come in six orders") {
    const Script store = {{Operation::store, a}};
    CHECK(explore_all({{}, store, store, store}, Pruning::sleep_sets).schedules.size() == 6);
}

TEST_CASE("loads of the same variable have no order") {
    const Script loads = {{Operation::load, a}, {Operation::load, a}};
    CHECK(explore_all({{}, loads, loads}, Pruning::sleep_sets).schedules.size() == 1);
}

// Two threads of three steps. None: 2, either goes first. One: it is interrupted after its first or
// second step, 2 * 2. Two: so is the other, 2 * 2 * 2. Three: the first once more, which leaves no
// choice of where, 2 * 2. Four: both twice, 2. Together the 20.
TEST_CASE("under a bound there are all schedules with so many preemptions, and no others") {
    constexpr std::array<std::size_t, 5> expected = {2, 2 + 4, 2 + 4 + 8, 2 + 4 + 8 + 4, 20};
    for (int bound = 0; bound < 5; ++bound) {
        const Explored found = explore_all(two_threads(a, a), Pruning::none, bound);
        CHECK(found.schedules.size() == expected.at(static_cast<std::size_t>(bound)));
        for (const Schedule& schedule : found.schedules)
            CHECK(schedule.preemptions <= static_cast<std::uint32_t>(bound));
    }
}

TEST_CASE("two locks in opposite order are found to be a deadlock, either way of searching") {
    const Threads threads = {{},
                             {{Operation::lock, m},
                              {Operation::lock, n},
                              {Operation::unlock, n},
                              {Operation::unlock, m}},
                             {{Operation::lock, n},
                              {Operation::lock, m},
                              {Operation::unlock, m},
                              {Operation::unlock, n}}};
    const std::string deadlock = std::to_string(static_cast<int>(Ending::deadlock));
    CHECK(explore_all(threads, Pruning::none, 0).outcomes().count(deadlock) == 0);
    CHECK(explore_all(threads, Pruning::none, 1).outcomes().count(deadlock) == 1);
    CHECK(explore_all(threads, Pruning::sleep_sets).outcomes().count(deadlock) == 1);
}

TEST_CASE("sleep sets lose no outcome of 60 random programs, and try each order once") {
    scheduler::Random random(1);
    std::size_t all = 0;
    std::size_t pruned = 0;
    for (int i = 0; i < 60; ++i) {
        const Threads threads = random_threads(random);
        const Explored plain = explore_all(threads, Pruning::none);
        const Explored slept = explore_all(threads, Pruning::sleep_sets);
        REQUIRE(slept.outcomes() == plain.outcomes());
        all += plain.schedules.size();
        pruned += static_cast<std::size_t>(slept.runs);
    }
    CHECK(pruned * 10 < all);
}

// The reason for two searches. What is kept of several equal schedules may have more preemptions
// than one that was left out.
TEST_CASE("sleep sets under a bound would lose outcomes") {
    scheduler::Random random(2);
    int lost = 0;
    for (int i = 0; i < 30; ++i) {
        const Threads threads = random_threads(random);
        const auto bounded = explore_all(threads, Pruning::none, 1).outcomes();
        const auto slept = explore_all(threads, Pruning::sleep_sets).outcomes(1);
        lost += slept != bounded ? 1 : 0;
    }
    CHECK(lost > 0);
}

}  // namespace heddle::explore
