// Strategies that look at what threads are about to do.
#include "catch.hpp"
#include "scheduler/dependence.hpp"
#include "scheduler/script.hpp"

namespace heddle::scheduler {
namespace {

constexpr std::uint64_t a = 0x10;
constexpr std::uint64_t b = 0x20;
constexpr std::uint64_t own = 0x30;  // and on from there: nobody else's
constexpr int seeds = 200;

// Places in the code.
constexpr Place writes_a = 1;
constexpr Place writes_b = 2;
constexpr Place reads_a = 3;
constexpr Place reads_b = 4;

const Script writer = {{Operation::store, a, 0, writes_a}, {Operation::store, b, 0, writes_b}};
const Script reader = {{Operation::load, a, 0, reads_a}, {Operation::load, b, 0, reads_b}};

Command command_of(StrategyKind kind, std::uint64_t seed) {
    Command command;
    command.strategy = kind;
    command.seed = seed;
    return command;
}

Command wanting(std::vector<ReadsFrom> wanted, std::uint64_t seed) {
    Command command = command_of(StrategyKind::reads_from, seed);
    std::copy(wanted.begin(), wanted.end(), command.wanted.begin());
    command.wanted_count = static_cast<std::uint32_t>(wanted.size());
    return command;
}

// Ten threads write, and one that was created last reads.
std::vector<Script> ten_writers() {
    std::vector<Script> scripts(10, writer);
    scripts.push_back(reader);
    return scripts;
}

bool has(const ScriptedRun& run, const ReadsFrom& pair) {
    const auto seen = run.reads_from();
    return std::find(seen.begin(), seen.end(), pair) != seen.end();
}

}  // namespace

TEST_CASE("a delay bound bounds the preemptions") {
    bool has_delayed = false;
    for (std::uint64_t seed = 0; seed < seeds; ++seed) {
        Command command = command_of(StrategyKind::delay_bounded, seed);
        command.depth = 2;
        command.length = 10;
        const ScriptedRun run({writer, reader, writer}, command);
        REQUIRE(run.record().preemptions <= command.depth);
        has_delayed |= run.record().preemptions == command.depth;
    }
    REQUIRE(has_delayed);
}

// Each operation draws a priority of its own, so the lone write of the second thread is the lowest
// of 31 with probability 1/31: 200 schedules miss that with (30/31)^200 < 0.0015, and these seeds
// don't. A random walk would let it wait for thirty others with 2^-30.
TEST_CASE("partial order sampling lets one operation wait for many that don't concern it") {
    Script busy;
    for (std::uint64_t i = 0; i < 30; ++i)
        busy.push_back({Operation::store, own + i});
    busy.push_back({Operation::store, a});
    int count = 0;
    for (std::uint64_t seed = 0; seed < seeds; ++seed) {
        const ScriptedRun run({busy, {{Operation::store, a}}},
                              command_of(StrategyKind::partial_order, seed));
        count += run.order().back() == 1 ? 1 : 0;
    }
    REQUIRE(count > 0);
}

TEST_CASE("which write a read saw is kept, nobody's too") {
    const ScriptedRun in_order({reader, writer, reader}, wanting({}, 1));
    REQUIRE(in_order.record().ending == Ending::completed);
    for (const ReadsFrom& pair : in_order.reads_from()) {
        const bool is_a = pair.address == a && pair.read == reads_a &&
                          (pair.write == 0 || pair.write == writes_a);
        const bool is_b = pair.address == b && pair.read == reads_b &&
                          (pair.write == 0 || pair.write == writes_b);
        REQUIRE((is_a || is_b));
    }
    REQUIRE(in_order.record().reads_from_count >= 2);
}

// A hundred of them would hide the one that matters.
TEST_CASE("what a thread keeps to itself isn't kept, what two use is") {
    const Script alone = {{Operation::store, a, 0, writes_a}, {Operation::load, a, 0, reads_a}};
    const ScriptedRun run(
        {alone, {{Operation::store, b, 0, writes_b}}, {{Operation::load, b, 0, reads_b}}},
        wanting({{b, writes_b, reads_b}}, 1));
    REQUIRE_FALSE(has(run, {a, writes_a, reads_a}));
    REQUIRE(has(run, {b, writes_b, reads_b}));
}

TEST_CASE("a lock is read from whoever released it") {
    const Script locks = {{Operation::lock, a, 0, 7}, {Operation::unlock, a, 0, 8}};
    const ScriptedRun run({locks, locks}, wanting({}, 1));
    REQUIRE(has(run, {a, 0, 7}));
    REQUIRE(has(run, {a, 8, 7}));
}

// Without that the busy thread would run to its end first.
TEST_CASE("what is wanted in vain is given up in the end") {
    const Script busy(6'000, {Operation::store, own});
    const ScriptedRun run({busy, {{Operation::store, a, 0, writes_a}}},
                          wanting({{a, 0, reads_a}}, 1));
    REQUIRE(run.record().ending == Ending::completed);
    REQUIRE(run.order().back() == 0);
}

// The writers all wait before their second write until the last thread has read: a random walk
// would have to let ten threads wait all the while.
TEST_CASE("reads that are wanted come about at once") {
    for (std::uint64_t seed = 0; seed < seeds; ++seed) {
        const ScriptedRun run(ten_writers(),
                              wanting({{a, writes_a, reads_a}, {b, 0, reads_b}}, seed));
        REQUIRE(run.record().ending == Ending::completed);
        REQUIRE(has(run, {a, writes_a, reads_a}));
        REQUIRE(has(run, {b, 0, reads_b}));
    }
}

TEST_CASE("what can't be had is given up") {
    constexpr Place nowhere = 99;
    const ScriptedRun run(ten_writers(),
                          wanting({{a, nowhere, reads_a}, {b, nowhere, reads_b}}, 1));
    REQUIRE(run.record().ending == Ending::completed);
}

TEST_CASE("a schedule that only a sleeping thread could go on with has been tried") {
    Command command = command_of(StrategyKind::exhaustive, 0);
    command.asleep.add(1);
    const ScriptedRun run({{}, writer, reader}, command, {{2, 0, 0}});
    REQUIRE(run.record().ending == Ending::redundant);
    for (const ThreadId thread : run.order())
        REQUIRE(thread == 2);
}

TEST_CASE("who could run at each choice, and for what, is kept for the exhaustive search alone") {
    const std::vector<Script> scripts = {{}, writer, reader};
    const ScriptedRun all(scripts, command_of(StrategyKind::exhaustive, 0));
    REQUIRE(all.record().ending == Ending::completed);
    REQUIRE(all.record().pending_count == 2 * all.record().choice_count);
    const Pending& last = all.record().pending[all.record().pending_count - 1];
    REQUIRE(last.thread == 2);
    REQUIRE(last.choice == all.record().choice_count - 1);
    REQUIRE(ScriptedRun(scripts, command_of(StrategyKind::in_order, 0)).record().pending_count ==
            0);
}

TEST_CASE("a branch that doesn't fit is no schedule") {
    const ScriptedRun run({{}, writer, reader}, command_of(StrategyKind::exhaustive, 0),
                          {{7, 0, 0}});
    REQUIRE(run.record().ending == Ending::replay_mismatch);
}

TEST_CASE("that somebody had to make way is told") {
    const Script yields = {{Operation::yield}};
    REQUIRE(ScriptedRun({yields, writer}, command_of(StrategyKind::in_order, 0)).record().made_way);
    REQUIRE_FALSE(
        ScriptedRun({writer, reader}, command_of(StrategyKind::in_order, 0)).record().made_way);
}

TEST_CASE("what depends on what") {
    const auto does = [](Operation operation, ObjectId object) {
        return Pending{1, operation, object, 0};
    };
    const Pending load = does(Operation::load, 1);
    REQUIRE(are_independent(load, load));
    REQUIRE_FALSE(are_independent(load, does(Operation::store, 1)));
    REQUIRE(are_independent(load, does(Operation::store, 2)));
    REQUIRE_FALSE(are_independent(does(Operation::lock, 1), does(Operation::unlock, 1)));
    REQUIRE(are_independent(does(Operation::begin, 0), does(Operation::lock, 1)));
    REQUIRE_FALSE(are_independent(does(Operation::end, 0), does(Operation::join, 3)));
    REQUIRE(are_independent(does(Operation::end, 0), does(Operation::end, 0)));
    REQUIRE_FALSE(are_independent(does(Operation::create, 0), does(Operation::create, 0)));
    // A condition's wait also unlocks; a sleep reads the clock; of no object nothing is known.
    for (const Operation operation : {Operation::wait, Operation::sleep, Operation::once})
        REQUIRE_FALSE(are_independent(does(operation, 5), does(Operation::begin, 0)));
    REQUIRE_FALSE(are_independent(does(Operation::store, 0), load));
}

}  // namespace heddle::scheduler
