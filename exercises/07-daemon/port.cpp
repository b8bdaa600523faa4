#include "port.hpp"

#include <string>

#include "heddle/hooks.hpp"
#include "service.hpp"

namespace {

/// A number that the tests ask for. It is atomic, but neither ThreadSanitizer nor the scheduler
/// sees it: counting must not order what the student's threads do, nor be a step of theirs. Never
/// destroyed, since a daemon may beat until the process is gone.
class Counter {
  public:
    constexpr explicit Counter(int value = 0) : value_(value) {}

    __attribute__((no_sanitize("thread"))) int value() const {
        return __atomic_load_n(&value_, __ATOMIC_RELAXED);
    }
    __attribute__((no_sanitize("thread"))) void set(int value) {
        __atomic_store_n(&value_, value, __ATOMIC_RELAXED);
    }
    /// One more; returns how many there are now.
    __attribute__((no_sanitize("thread"))) int add_one() {
        return __atomic_add_fetch(&value_, 1, __ATOMIC_RELAXED);
    }

  private:
    int value_;
};

constinit Counter records(3);
constinit Counter beats;
constinit Counter asked;
constinit Counter taken;
constinit Counter writer;  // ident() of the thread that asked last
constinit Counter changes_of_writer;
constinit Counter beats_of_main;
constinit Counter records_of_main;
constinit Counter times_told_no_more;
constinit Counter times_returned;
constinit Counter changes_seen;
constinit Counter beats_at_change;
constinit Counter ticks_at_change;

constexpr int main_ident = 1;

// So many heartbeats during which nothing else happens are too many. A writer that is slow, or gets
// few turns, still takes a record or ends from time to time.
constexpr int patience = 120;

/// Grows whenever somebody else gets on: takes a record, begins, ends.
int changes() {
    heddle_census_t threads = {};
    if (heddle_hook_census) heddle_hook_census(&threads);
    const int ended = threads.started - threads.alive;
    return asked.value() + taken.value() + times_returned.value() + threads.started + ended;
}

/// True once this has been the only thread that did anything for a long time.
bool is_alone_for_long() {
    if (changes() != changes_seen.value()) {
        changes_seen.set(changes());
        beats_at_change.set(beats.value());
        ticks_at_change.set(static_cast<int>(heddle::now().count()));
    }
    return beats.value() - beats_at_change.value() >= patience;
}

/// The name of a thread that the program waits for before it ends; empty when there is none.
std::string waited_for() {
    for (const heddle::Thread* each : heddle::enumerate()) {
        if (each->ident() != main_ident && !each->daemon()) return each->name();
    }
    return {};
}

/// Fails the test case where it is; without the grader, ends the calling thread.
[[noreturn]] void fail(const char* id, const std::string& message) {
    if (heddle_hook_evidence) heddle_hook_evidence(id, message.c_str());
    if (heddle_hook_fail) heddle_hook_fail(message.c_str());
    throw heddle::ThreadExit();
}

std::string why_it_never_ends() {
    if (times_returned.value() == 0) {
        return "service_main is still waiting, and only the heartbeat goes on: it has no end";
    }
    return "the program has not ended: it waits for " + waited_for() + ", which is not a daemon";
}

/// Nobody but the heartbeat has got on for long. Why, the clock tells.
[[noreturn]] void stop_heartbeat() {
    const heddle::Ticks passed = heddle::now() - heddle::Ticks(ticks_at_change.value());
    const std::string so_many = std::to_string(patience) + " heartbeats";
    if (beats_of_main.value() > 0) {
        fail("work-on-main", "service_main does the heartbeat's work, and never comes to an end");
    }
    if (passed >= patience * heddle::Ticks(100)) {
        fail("exit-hang", so_many + " later " + why_it_never_ends());
    }
    if (passed >= patience * heddle::Ticks(1)) {
        fail("wrong-unit", so_many + " in " + std::to_string(passed.count()) +
                               " milliseconds: that is the unit of Ticks");
    }
    fail("no-pause", so_many + " without a pause between two");
}

}  // namespace

void beat() {
    if (heddle::current_thread().ident() == main_ident) beats_of_main.add_one();
    const int count = beats.add_one();
    if (heddle_hook_output) heddle_hook_output(&beats, count);
    if (is_alone_for_long()) stop_heartbeat();
}

std::optional<std::string> next_record() {
    const int self = heddle::current_thread().ident();
    if (self == main_ident) records_of_main.add_one();
    if (writer.value() != 0 && writer.value() != self) changes_of_writer.add_one();
    writer.set(self);
    const int number = asked.add_one();
    if (number > records.value()) {
        times_told_no_more.add_one();
        return std::nullopt;
    }
    heddle::io(heddle::Ticks(2000));
    taken.add_one();
    return "record " + std::to_string(number);
}

namespace heddle::port {

void set_records(int count) {
    records.set(count);
}

int service_main(Journal& journal) {
    const int exit_code = ::service_main(journal);
    times_returned.add_one();
    return exit_code;
}

Log log() {
    return {.beats = beats.value(),
            .main_has_beaten = beats_of_main.value() > 0,
            .records_taken = taken.value(),
            .writer = writer.value(),
            .main_was_writer = records_of_main.value() > 0,
            .had_several_writers = changes_of_writer.value() > 0,
            .is_all_taken = times_told_no_more.value() > 0};
}

}  // namespace heddle::port
