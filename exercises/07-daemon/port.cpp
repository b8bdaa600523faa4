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
constinit Counter beats_of_main;
constinit Counter records_of_main;
constinit Counter times_told_no_more;
constinit Counter times_returned;

constexpr int main_ident = 1;

// Many times as long as any journal takes: two minutes.
constexpr int patience = 120;

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
        return "service_main is still waiting: the heartbeat has no end to wait for";
    }
    return "the program has not ended: it waits for " + waited_for() + ", which is not a daemon";
}

/// So many heartbeats are too many. Why, the clock tells.
[[noreturn]] void stop_heartbeat() {
    const std::string so_many = std::to_string(patience) + " heartbeats";
    const heddle::Ticks passed = heddle::now();
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
    if (count > patience) stop_heartbeat();
}

std::optional<std::string> next_record() {
    const int self = heddle::current_thread().ident();
    if (self == main_ident) records_of_main.add_one();
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
            .is_all_taken = times_told_no_more.value() > 0};
}

}  // namespace heddle::port
