// Schedules as text, and names from source lines.
#include "explore/choices.hpp"

#include <set>
#include <tuple>

#include "catch.hpp"
#include "explore/observation.hpp"
#include "explore/portfolio.hpp"

namespace heddle::explore {
namespace {

using scheduler::Operation;

// The name found at the last '(' or at the marked text.
std::string name_at(const std::string& line, const std::string& mark, Operation operation) {
    return object_named_at(line, static_cast<int>(line.find(mark)) + 1, operation);
}

}  // namespace

TEST_CASE("a schedule survives being written and read") {
    Replayable schedule;
    schedule.flavour = model::Flavour::tsan;
    schedule.command.seed = 0xfeed;
    schedule.command.memory_period = 5;
    schedule.command.timers = scheduler::Timers::early;
    schedule.choices = {{1, 0x0a03}, {1, 0x0a03}, {17, 0xffff}, {0, 0}};
    const std::string text = to_text(schedule);
    REQUIRE(text == "tsan:e5:feed:10a03*2-11ffff-00000");
    const auto read = replayable_from(text);
    REQUIRE(read);
    REQUIRE(to_text(*read) == text);
    REQUIRE(read->choices.size() == 4);
}

TEST_CASE("a schedule remembers whether long loops make way in it") {
    Replayable schedule;
    schedule.command.long_loops = scheduler::LongLoops::make_way;
    const std::string text = to_text(schedule);
    CHECK(text == "hunt:qw0:0:");
    const auto read = replayable_from(text);
    REQUIRE(read);
    CHECK(read->command.long_loops == scheduler::LongLoops::make_way);
    CHECK(read->command.memory_period == 0);
}

TEST_CASE("a schedule that is shown for its race says which access to look at") {
    Replayable schedule;
    schedule.command.earlier_access = 17;
    const std::string text = to_text(schedule);
    CHECK(text == "hunt:q0r17:0:");
    const auto read = replayable_from(text);
    REQUIRE(read);
    CHECK(read->command.earlier_access == 17);
    CHECK(read->command.races == scheduler::Races::looked_for);
}

TEST_CASE("text that is no schedule is refused") {
    for (const char* text :
         {"", "hunt", "hunt:q0:1", "free:q0:1:10a03", "hunt:x0:1:10a03", "hunt:q0r:1:10a03",
          "hunt:qw:1:10a03", "hunt:q0r0:1:10a03", "hunt:qr5:1:10a03", "hunt:q0:1:1",
          "hunt:q0:1:10a03*", "hunt:q0:1:10a03*99999999"}) {
        REQUIRE_FALSE(replayable_from(text));
    }
}

TEST_CASE("objects are called what the source calls them") {
    REQUIRE(name_at("    long n = hits_.load();", "(", Operation::load) == "hits_");
    REQUIRE(name_at("    ++hits_;", "++", Operation::write) == "hits_");
    REQUIRE(name_at("    this->hits_.store(n + 1);", "(n", Operation::store) == "hits_");
    REQUIRE(name_at("    std::lock_guard<std::mutex> lock(mutex_);", "lock(", Operation::lock) ==
            "mutex_");
    REQUIRE(name_at("    fork->mutex.lock();", "(", Operation::lock) == "fork->mutex");
    REQUIRE(name_at("    place = slow_square(number);", "slow", Operation::write) == "place");
    REQUIRE(name_at("    place = slow_square(number);", "(", Operation::write) == "place");
    REQUIRE(name_at("    countdown(the_count, *the_sink);", "(", Operation::read).empty());
    REQUIRE(name_at("    std::vector<int> results(16);", ")", Operation::write).empty());
    REQUIRE(name_at("    return slow_square(number);", "slow", Operation::read).empty());
    REQUIRE(name_at("    for (int number : numbers) {", "numbers", Operation::write) == "number");
    REQUIRE(name_at("    for (std::size_t i = 0; i < n; ++i)", "++", Operation::write) == "i");
    REQUIRE(name_at("    fork->mutex.lock();", "lock(", Operation::lock) == "fork->mutex");
    REQUIRE(name_at("    long n = hits_.load();", "load", Operation::load) == "hits_");
    REQUIRE(object_named_at("short", 40, Operation::load).empty());
    REQUIRE(name_at("pthread_cond_wait(&queue->ready, &m);", "(", Operation::wait) ==
            "queue->ready");
    REQUIRE(name_at("pthread_cond_signal(&ready);", "(", Operation::notify_one) == "ready");
    REQUIRE(name_at("sem_post(&slots[2]);", "(", Operation::semaphore_post) == "slots[2]");
    REQUIRE(name_at("pthread_mutex_lock(&forks[(i + 1) % 5]);", "(&", Operation::lock) ==
            "forks[(i + 1) % 5]");
    REQUIRE(name_at("sem_wait(&free_slots[next(i)]);", "(&", Operation::semaphore_wait) ==
            "free_slots[next(i)]");
    REQUIRE(name_at("wait(lock);", "(", Operation::wait).empty());
}

TEST_CASE("the word that a statement begins with is no object") {
    CHECK(name_at("    if (ready) data = 1;", "if", Operation::read).empty());
    CHECK(name_at("    while (!is_done) {}", "while", Operation::read).empty());
}

TEST_CASE("an atomic_ref made on the spot is called what it refers to") {
    const std::string call = "    std::atomic_ref<int>(hits_).fetch_add(1);";
    CHECK(name_at(call, "(1", Operation::read_modify_write) == "hits_");
    CHECK(name_at(call, "fetch", Operation::read_modify_write) == "hits_");
    CHECK(name_at("    ++std::atomic_ref<int>(hits_);", "++", Operation::read_modify_write) ==
          "hits_");
    CHECK(name_at("    std::atomic_ref(counter.hits) += 2;", "+=", Operation::read_modify_write) ==
          "counter.hits");
    CHECK(name_at("    return atomic_ref{hits_[i]}.load();", "()", Operation::load) == "hits_[i]");
    CHECK(name_at("    int seen = std::atomic_ref(hits_);", "std", Operation::load) == "hits_");
    CHECK(name_at("    std::atomic_ref ref(hits_), r2(n); ref.store(1);", "(1", Operation::store) ==
          "ref");
    CHECK(name_at("    front(queue).store(1);", "(1", Operation::store).empty());
}

TEST_CASE("a namespace is no name of an object") {
    CHECK(name_at("    ++course::hits;", "++", Operation::write) == "hits");
    CHECK(name_at("    course::hits = 1;", "course", Operation::write) == "hits");
    CHECK(name_at("    std::lock_guard lock(course::mutex);", "lock(", Operation::lock) == "mutex");
    CHECK(name_at("    n = std::min(a, b);", "std", Operation::read) == "n");
}

TEST_CASE("an assignment reads what stands on its right") {
    REQUIRE(name_at("    int b = balance;", "b =", Operation::read) == "balance");
    REQUIRE(name_at("    int b = balance;", "= ", Operation::read) == "balance");
    REQUIRE(name_at("    seen = accounts[i].balance - 1;", "seen", Operation::read) ==
            "accounts[i].balance");
    REQUIRE(name_at("    int b = balance;", "b =", Operation::write) == "b");
    REQUIRE(name_at("    b = x + y;", "b =", Operation::read).empty());
    REQUIRE(name_at("    b = f(x);", "b =", Operation::read).empty());
    REQUIRE(name_at("    b += x;", "b +", Operation::read) == "b");
    REQUIRE(name_at("    if (b == x)", "b ==", Operation::read) == "b");
}

TEST_CASE("a first initialisation is called by what it makes") {
    REQUIRE(name_at("    static Log log(path);", "log(", Operation::once) == "log");
    REQUIRE(name_at("    static const std::map<int, int> squares = table();", "sq",
                    Operation::once) == "squares");
    REQUIRE(name_at("    std::call_once(flag, [] { start(); });", "(flag", Operation::once) ==
            "flag");
    REQUIRE(name_at("    pthread_once(&made, make);", "(&", Operation::once) == "made");
    REQUIRE(name_at("    return instance();", "inst", Operation::once).empty());
}

TEST_CASE("the same schedule number is the same schedule") {
    const auto first = command_for(model::Flavour::hunt, Clock::ignored, 42, 17, 60);
    const auto again = command_for(model::Flavour::hunt, Clock::ignored, 42, 17, 60);
    REQUIRE(first.seed == again.seed);
    REQUIRE(first.strategy == again.strategy);
}

TEST_CASE("each strategy has a name, and may have hyphens in it") {
    for (const std::string_view name : strategy_names()) {
        const auto strategy = strategy_named(name);
        REQUIRE(strategy);
        scheduler::Command command;
        command.strategy = *strategy;
        REQUIRE(describe(command) == name);
    }
    REQUIRE(strategy_named("random-walk") == scheduler::StrategyKind::random_walk);
    REQUIRE_FALSE(strategy_named("replay"));
    REQUIRE_FALSE(strategy_named(""));
}

TEST_CASE("one strategy alone ends where it would repeat itself") {
    const auto command = [](scheduler::StrategyKind only, std::uint32_t index) {
        return command_by(only, model::Flavour::hunt, 1, index, 60);
    };
    REQUIRE(command(scheduler::StrategyKind::in_order, 0));
    REQUIRE_FALSE(command(scheduler::StrategyKind::in_order, 1));
    for (std::uint32_t index = 0; index < 100; ++index) {
        const auto one = command(scheduler::StrategyKind::pct, index);
        REQUIRE(one);
        REQUIRE(one->strategy == scheduler::StrategyKind::pct);
    }
}

TEST_CASE("where the clock is judged no timer ends early") {
    for (std::uint32_t index = 0; index < 100; ++index) {
        const auto command = command_for(model::Flavour::hunt, Clock::judged, 1, index, 60);
        REQUIRE(command.timers == scheduler::Timers::at_quiescence);
    }
}

TEST_CASE("no two of the first schedules are the same") {
    using model::Flavour;
    for (const auto flavour : {Flavour::hunt, Flavour::tsan, Flavour::asan}) {
        for (const auto clock : {Clock::judged, Clock::ignored}) {
            std::set<std::tuple<scheduler::StrategyKind, scheduler::Timers, std::uint32_t>> seen;
            for (std::uint32_t index = 0; index < 3; ++index) {
                const auto command = command_for(flavour, clock, 1, index, 60);
                seen.emplace(command.strategy, command.timers, command.memory_period);
            }
            const auto fourth = command_for(flavour, clock, 1, 3, 60);
            CHECK(seen.size() == 3);
            CHECK_FALSE(seen.contains({fourth.strategy, fourth.timers, fourth.memory_period}));
        }
    }
}

TEST_CASE("only hunt makes plain accesses scheduling points") {
    for (std::uint32_t index = 0; index < 100; ++index) {
        REQUIRE(command_for(model::Flavour::tsan, Clock::ignored, 1, index, 60).memory_period == 0);
    }
}

}  // namespace heddle::explore
