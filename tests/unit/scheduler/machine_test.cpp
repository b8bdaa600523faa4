// Scripted threads on the simulated machine.
#include "catch.hpp"
#include "scheduler/script.hpp"

namespace heddle::scheduler {
namespace {

constexpr Time ms = 1'000'000;

const Script works_twice = {{Operation::work, 0, 10 * ms}, {Operation::work, 0, 10 * ms}};

Command in_turns(std::uint32_t cores) {
    Command command;
    command.strategy = StrategyKind::round_robin;
    command.machine.cores = cores;
    return command;
}

Command with_lines(std::uint32_t cores) {
    Command command = in_turns(cores);
    command.machine.line_bytes = 64;
    return command;
}

}  // namespace

// Three threads of 20 ms: 60 ms of work. On k cores the rounds of 10 are ceil(6/k), since a thread
// isn't bound to a core; more than three cores change nothing.
TEST_CASE("work takes as long as there are cores for it") {
    const std::vector<Script> scripts(3, works_twice);
    const std::vector<std::pair<std::uint32_t, Time>> expected = {
        {1, 60 * ms}, {2, 30 * ms}, {3, 20 * ms}, {4, 20 * ms}, {64, 20 * ms}, {0, 20 * ms}};
    for (const auto& [cores, makespan] : expected) {
        const ScriptedRun run(scripts, in_turns(cores));
        CHECK(run.record().ending == Ending::completed);
        CHECK(run.record().time == makespan);
        CHECK(run.record().core_use.peak == std::min(cores == 0 ? 3 : cores, 3U));
    }
}

// Two sleep for 10 while two compute for 10 each, on one core: 20, and not 40.
TEST_CASE("who sleeps needs no core") {
    const Script sleeps = {{Operation::sleep, 0, 10 * ms}};
    const Script works = {{Operation::work, 0, 10 * ms}};
    CHECK(ScriptedRun({sleeps, sleeps, works, works}, in_turns(1)).record().time == 20 * ms);
}

// 100 ms by two cores are 50. Where timers end early, time may pass a thread that could have asked
// for a core meanwhile, and then it takes longer.
TEST_CASE("waiting for a core is no deadlock, under any strategy") {
    for (std::uint64_t seed = 0; seed < 100; ++seed) {
        Command command = in_turns(2);
        command.strategy = StrategyKind::random_walk;
        command.timers = seed % 2 == 0 ? Timers::early : Timers::at_quiescence;
        command.seed = seed;
        const ScriptedRun run(std::vector<Script>(5, works_twice), command);
        REQUIRE(run.record().ending == Ending::completed);
        REQUIRE(run.record().time >= 50 * ms);
        if (command.timers == Timers::at_quiescence) REQUIRE(run.record().time == 50 * ms);
        REQUIRE(run.record().core_use.peak == 2);
    }
}

// Each writes its own eight bytes of one line three times: the first fetches it, and each of the
// five other writes takes it away. On one core there is nobody to take it from.
TEST_CASE("two who write side by side in one line take it from each other") {
    const auto writes = [](std::uint64_t address) {
        return Script(3, Action{Operation::store, address});
    };
    const auto shared = ScriptedRun({writes(0x1000), writes(0x1008)}, with_lines(0));
    CHECK(shared.record().line_traffic.fetched == 1);
    CHECK(shared.record().line_traffic.transferred == 5);
    REQUIRE(shared.record().line_count == 1);
    CHECK(shared.record().lines[0].address == 0x1000);
    CHECK(shared.record().lines[0].traffic.transferred == 5);

    const auto apart = ScriptedRun({writes(0x1000), writes(0x1040)}, with_lines(0));
    CHECK(apart.record().line_traffic.fetched == 2);
    CHECK(apart.record().line_traffic.transferred == 0);

    const auto at_home = ScriptedRun({writes(0x1000), writes(0x1008)}, with_lines(1));
    CHECK(at_home.record().line_traffic.transferred == 0);
}

// One thread stores to 5,000 lines: all are counted, and the first 4,096 one by one.
TEST_CASE("more lines than have room are counted together") {
    Script script;
    for (std::uint64_t i = 1; i <= 5'000; ++i)
        script.push_back({Operation::store, i * 64});
    const ScriptedRun run({script}, with_lines(0));
    CHECK(run.record().line_traffic.fetched == 5'000);
    CHECK(run.record().line_count == max_lines);
    std::uint64_t one_by_one = 0;
    for (const LineUse& use : run.record().lines)
        one_by_one += use.traffic.fetched;
    CHECK(one_by_one == max_lines);
    CHECK(run.record().lines[max_lines - 1].address == max_lines * 64);
}

TEST_CASE("without a size nobody counts lines") {
    const Script stores = {{Operation::store, 0x1000}};
    CHECK(ScriptedRun({stores, stores}, in_turns(0)).record().line_traffic.fetched == 0);
}

// Where a line begins is for the program to say, not where the loader puts it.
TEST_CASE("the same program elsewhere in memory moves as many lines") {
    const auto traffic_at = [](std::uint64_t base) {
        const Script locks = {{Operation::lock, base}, {Operation::unlock, base}};
        const Script loads = {{Operation::load, base + 64}, {Operation::store, base + 72}};
        const ScriptedRun run({locks, locks, loads, loads}, with_lines(0));
        return std::pair(run.record().line_traffic.fetched, run.record().line_traffic.transferred);
    };
    CHECK(traffic_at(0x1000) == traffic_at(0x7ffff000));
}

}  // namespace heddle::scheduler
