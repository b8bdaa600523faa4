// The engine on scripted threads: who runs, what blocks, how time passes.
#include <cstdlib>

#include "catch.hpp"
#include "scheduler/script.hpp"

namespace heddle::scheduler {
namespace {

constexpr std::uint64_t a = 0x10;
constexpr std::uint64_t b = 0x20;
constexpr Time second = 1'000'000'000;

const Script a_then_b = {
    {Operation::lock, a}, {Operation::lock, b}, {Operation::unlock, b}, {Operation::unlock, a}};
const Script b_then_a = {
    {Operation::lock, b}, {Operation::lock, a}, {Operation::unlock, a}, {Operation::unlock, b}};

Command random_walk(std::uint64_t seed) {
    Command command;
    command.strategy = StrategyKind::random_walk;
    command.seed = seed;
    return command;
}

// How many of `schedules` seeds end in this way.
int count_endings(const std::vector<Script>& scripts, Command command, int schedules,
                  Ending ending) {
    int count = 0;
    for (int seed = 0; seed < schedules; ++seed) {
        command.seed = static_cast<std::uint64_t>(seed);
        count += ScriptedRun(scripts, command).record().ending == ending ? 1 : 0;
    }
    return count;
}

}  // namespace

TEST_CASE("in order, a thread runs until it ends or blocks") {
    const ScriptedRun run({a_then_b, b_then_a}, Command{});
    REQUIRE(run.record().ending == Ending::completed);
    REQUIRE(run.record().preemptions == 0);
    REQUIRE(run.order() == std::vector<ThreadId>{0, 0, 0, 0, 1, 1, 1, 1});
}

TEST_CASE("in turns, two threads with two locks in opposite order stand still") {
    Command command;
    command.strategy = StrategyKind::round_robin;
    const ScriptedRun run({a_then_b, b_then_a}, command);
    REQUIRE(run.record().ending == Ending::deadlock);
    REQUIRE(run.record().blocked_count == 2);
    for (std::uint32_t i = 0; i < 2; ++i) {
        const BlockedThread& edge = run.record().blocked[i];
        REQUIRE(edge.in_cycle);
        REQUIRE(edge.holder == 1 - edge.thread);
        REQUIRE(edge.operation == Operation::lock);
    }
}

// Each thread is three choices from holding its first lock and asking for the second. The deadlock
// needs the other's first lock between: with fair coins that is far more than one walk in ten, so
// that 200 walks miss it with a probability below 0.9^200 < 10^-9. The strategy without preemption
// must miss it every time.
TEST_CASE("a random walk finds the lock-order deadlock that running in order misses") {
    const std::vector<Script> scripts = {a_then_b, b_then_a};
    REQUIRE(count_endings(scripts, Command{}, 50, Ending::deadlock) == 0);
    REQUIRE(count_endings(scripts, random_walk(0), 200, Ending::deadlock) > 20);
}

// PCT with d = 2 finds a bug of depth 2 among n = 2 threads in k = 8 steps with probability at
// least 1/(2 * 8) in each schedule: 500 schedules miss it with (15/16)^500 < 10^-13.
TEST_CASE("PCT with two constraints finds the lock-order deadlock") {
    Command command;
    command.strategy = StrategyKind::pct;
    command.depth = 2;
    command.length = 8;
    REQUIRE(count_endings({a_then_b, b_then_a}, command, 500, Ending::deadlock) > 0);
}

TEST_CASE("a replay takes the same way, step by step") {
    const ScriptedRun first({a_then_b, a_then_b, b_then_a}, random_walk(7));
    Command command = first.record().command;
    command.strategy = StrategyKind::replay;
    const ScriptedRun again({a_then_b, a_then_b, b_then_a}, command, first.choices());
    REQUIRE(again.record().ending == first.record().ending);
    REQUIRE(again.record().fingerprint == first.record().fingerprint);
    REQUIRE(again.order() == first.order());
}

TEST_CASE("a replay of other code says that it doesn't fit") {
    const ScriptedRun first({a_then_b, b_then_a}, random_walk(3));
    Command command = first.record().command;
    command.strategy = StrategyKind::replay;
    const Script sleeps = {{Operation::sleep, 0, second}, {Operation::sleep, 0, second}};
    const ScriptedRun other({sleeps, sleeps, sleeps}, command, first.choices());
    REQUIRE(other.record().ending == Ending::replay_mismatch);
}

TEST_CASE("a guide's choices that don't fit are passed over") {
    const ScriptedRun first({a_then_b, a_then_b}, random_walk(7));
    std::vector<Choice> choices = first.choices();
    const Choice nobody = {9, 0};
    choices.insert(choices.begin(), nobody);
    choices.insert(choices.begin() + 2, {nobody, nobody});
    Command command = first.record().command;
    command.strategy = StrategyKind::guide;
    const ScriptedRun guided({a_then_b, a_then_b}, command, choices);
    REQUIRE(guided.order() == first.order());

    command.strategy = StrategyKind::replay;
    const ScriptedRun again({a_then_b, a_then_b}, command, guided.choices());
    REQUIRE(again.order() == first.order());
}

TEST_CASE("where a guide ends it goes on in order") {
    Command command;
    command.strategy = StrategyKind::guide;
    const ScriptedRun guided({a_then_b, a_then_b}, command, {Choice{1, 0}});
    const ScriptedRun in_order({a_then_b, a_then_b}, Command{});
    REQUIRE(guided.record().ending == Ending::completed);
    REQUIRE(guided.order().front() == 1);
    REQUIRE(in_order.order().front() == 0);
}

TEST_CASE("ten threads that sleep a second each sleep one second together") {
    const std::vector<Script> scripts(10, Script{{Operation::sleep, 0, second}});
    const ScriptedRun run(scripts, random_walk(1));
    REQUIRE(run.record().ending == Ending::completed);
    REQUIRE(run.record().time == second);
}

TEST_CASE("ten sleeps of one thread add up") {
    const ScriptedRun run({Script(10, {Operation::sleep, 0, second})}, Command{});
    REQUIRE(run.record().time == 10 * second);
}

TEST_CASE("who sleeps a little, often, doesn't wake those who sleep long") {
    const Script naps(3'000, {Operation::sleep, 0, second / 1'000});
    const Script sleeps = {{Operation::sleep, 0, 100 * second}};
    const ScriptedRun run({naps, sleeps}, Command{});
    REQUIRE(run.record().ending == Ending::completed);
    REQUIRE(run.order().back() == 1);
}

// As a timed wait of the standard library does: it asks the time, and looks a few times before it
// goes to sleep.
TEST_CASE("who has asked the time looks on while little time passes") {
    Script looks(60, {Operation::load, a});
    looks.insert(looks.begin(), {Operation::clock, 0});
    const Script sleeps = {{Operation::sleep, 0, second}};
    const ScriptedRun run({looks, sleeps}, Command{});
    REQUIRE(run.record().ending == Ending::completed);
    REQUIRE(run.order().back() == 1);
}

TEST_CASE("at quiescence, a sleep never ends while somebody can run") {
    const Script works(6, {Operation::store, a});
    const Script sleeps = {{Operation::sleep, 0, second}};
    for (std::uint64_t seed = 0; seed < 50; ++seed) {
        const ScriptedRun run({sleeps, works}, random_walk(seed));
        REQUIRE(run.order().back() == 0);
    }
}

TEST_CASE("with early timers, a sleep may end while others still work") {
    const Script works(6, {Operation::store, a});
    const Script sleeps = {{Operation::sleep, 0, second}};
    Command command = random_walk(0);
    command.timers = Timers::early;
    int early = 0;
    for (std::uint64_t seed = 0; seed < 50; ++seed) {
        command.seed = seed;
        early += ScriptedRun({sleeps, works}, command).order().back() != 0 ? 1 : 0;
    }
    REQUIRE(early > 0);
}

TEST_CASE("threads that only look, for ever, are a livelock") {
    const Script spins(5'000, {Operation::load, a});
    const ScriptedRun run({spins, spins}, Command{});
    REQUIRE(run.record().ending == Ending::livelock);
}

TEST_CASE("a thread that spins steps back for the one that works") {
    const Script spins(50, {Operation::load, a});
    const Script works(5, {Operation::store, a});
    const ScriptedRun run({spins, works}, Command{});
    REQUIRE(run.record().ending == Ending::completed);
    REQUIRE(run.record().idle_polls > 0);
}

TEST_CASE("time that passes while a thread only asks is counted as polled") {
    const Script spins(200, {Operation::load, a});
    const Script sleeps = {{Operation::sleep, 0, 1'000}};
    const ScriptedRun run({spins, sleeps}, Command{});
    REQUIRE(run.record().ending == Ending::completed);
    REQUIRE(run.record().polled == 1'000);
}

TEST_CASE("time that passes while all others wait is not") {
    const Script sleeps = {{Operation::sleep, 0, 1'000}};
    const Script holds = {{Operation::lock, a}, {Operation::sleep, 0, 500}, {Operation::unlock, a}};
    const ScriptedRun run({holds, a_then_b, sleeps}, Command{});
    REQUIRE(run.record().ending == Ending::completed);
    REQUIRE(run.record().polled == 0);
}

TEST_CASE("a yield counts as a look in vain") {
    const ScriptedRun run({Script(3, {Operation::yield, 0})}, Command{});
    REQUIRE(run.record().ending == Ending::completed);
    REQUIRE(run.record().idle_polls == 3);
}

TEST_CASE("a thread that locks and unlocks for ever lets others in after its fair share") {
    Script polls;
    for (int i = 0; i < 300; ++i) {
        polls.push_back({Operation::lock, a});
        polls.push_back({Operation::unlock, a});
    }
    const ScriptedRun run({polls, a_then_b}, Command{});
    REQUIRE(run.record().ending == Ending::completed);
    REQUIRE(run.order().back() == 0);
}

TEST_CASE("more steps than allowed end the schedule") {
    Command command;
    command.max_steps = 100;
    const ScriptedRun run({Script(200, {Operation::store, a})}, command);
    REQUIRE(run.record().ending == Ending::step_limit);
}

TEST_CASE("a recorded step knows all locks that its thread holds") {
    Script nested;
    for (std::uint64_t lock = 1; lock <= 20; ++lock)
        nested.push_back({Operation::lock, lock});
    nested.push_back({Operation::store, a});
    Command command;
    command.recording = Recording::steps;
    const ScriptedRun run({nested}, command);
    REQUIRE(run.record().ending == Ending::completed);
    REQUIRE(run.record().recorded[20].held_count == 20);
}

TEST_CASE("more locks than the engine can follow are said, not dropped") {
    Script nested;
    for (std::uint64_t lock = 1; lock <= max_held + 1; ++lock) {
        nested.push_back({Operation::lock, lock});
    }
    nested.push_back({Operation::store, a});
    REQUIRE(ScriptedRun({nested}, Command{}).record().ending == Ending::unsupported);
}

TEST_CASE("a table of objects that is full says so") {
    const auto objects = std::make_unique<Objects>();
    for (std::uint64_t address = 1; address + 1 < Objects::capacity; ++address) {
        objects->id_of(address);
    }
    REQUIRE_FALSE(objects->is_full());
    REQUIRE(objects->id_of(0x100000) == Objects::capacity - 1);
    REQUIRE(objects->is_full());
    REQUIRE(objects->id_of(0x100001) == 0);
    REQUIRE(objects->id_of(0x100000) == Objects::capacity - 1);
}

TEST_CASE("object numbers follow first use, never addresses") {
    const auto table = std::make_unique<Objects>();
    Objects& objects = *table;
    REQUIRE(objects.id_of(0x7000) == 1);
    REQUIRE(objects.id_of(0x1000) == 2);
    REQUIRE(objects.id_of(0x7000) == 1);
    REQUIRE(objects.id_of(0) == 0);
}

namespace {

// Three threads that each write ten times, chosen at random.
std::uint64_t fingerprint_of(Engine& engine) {
    const auto record = Records::take();
    record->command.strategy = StrategyKind::pct;
    record->command.seed = 7;
    record->command.depth = 3;
    record->command.length = 30;
    engine.begin_schedule(*record);
    engine.add_thread();
    engine.add_thread();
    std::array<int, 3> left = {10, 10, 10};
    do {
        if (--left[engine.running()] < 0) {
            engine.end_thread();
            continue;
        }
        engine.announce(Operation::store, a);
        engine.perform(Effect::progress);
    } while (engine.choose());
    return record->fingerprint;
}

}  // namespace

// The runtime's engine lies in fresh memory that processes share, and nobody constructs it.
TEST_CASE("an engine of zeros is as good as a new one") {
    const auto made = std::make_unique<Engine>();
    auto* const zeros = static_cast<Engine*>(std::calloc(1, sizeof(Engine)));
    REQUIRE(fingerprint_of(*zeros) == fingerprint_of(*made));
    std::free(zeros);
}

TEST_CASE("who waits for an end is woken though another process ended the thread") {
    const auto record = Records::take();
    const auto engine = std::make_unique<Engine>();
    engine->begin_schedule(*record);
    const ThreadId child = engine->add_thread();
    engine->announce(Operation::wait_child, address_in(Space::process, 1));
    engine->block_in_join(child, 0);
    engine->end(child);
    REQUIRE(engine->state(0).progress == Progress::runnable);
    REQUIRE(engine->choose());
    REQUIRE(engine->running() == 0);
}

TEST_CASE("what an address is of doesn't depend on what is below") {
    const std::uint64_t private_address = 0x7fff'ffff'f000;
    REQUIRE(space_of(private_address) == Space::memory);
    REQUIRE(space_of(private_address | std::uint64_t{63} << 48U) == Space::memory);
    REQUIRE(space_of(address_in(Space::socket, ~std::uint64_t{0})) == Space::socket);
    REQUIRE(address_in(Space::pipe, 5) != address_in(Space::socket, 5));
}

}  // namespace heddle::scheduler
