// The page of memory that the grader and a program under test share: one
// command in, one schedule's record out. Plain data, no pointers, so that both
// sides may map it where they like. Only one side writes at a time.
#pragma once

#include <array>
#include <cstdint>

#include "scheduler/operation.hpp"
#include "scheduler/reads_from.hpp"

namespace heddle::scheduler {

using ThreadId = std::uint16_t;  // by order of creation; 0 is the case's own thread
using ObjectId = std::uint32_t;  // by order of first use; 0 is none
using Time = std::uint64_t;      // virtual nanoseconds since the case began

constexpr ThreadId no_thread = 0xffff;
constexpr std::size_t max_threads = 256;
constexpr std::size_t max_choices = 1U << 16U;
constexpr std::size_t max_steps = 1U << 16U;
constexpr std::size_t max_frames = 32;  // without inlining, destructors alone nest ten deep
constexpr std::size_t max_held = 64;    // locks, by one thread
constexpr std::size_t max_evidence = 16;
constexpr std::size_t max_weak_orders = 16;
constexpr std::size_t max_wanted = 4;
constexpr std::size_t max_pending = 1U << 13U;     // of all choices of one schedule
constexpr std::size_t max_reads_from = 1U << 10U;  // different ones, in one schedule
constexpr std::size_t max_cores = max_threads;
constexpr std::size_t max_lines = 1U << 12U;  // of memory, counted one by one
constexpr std::size_t max_lines_held = 64;    // by one core

// A replay ends where a choice doesn't fit; a guide skips those that don't.
enum class StrategyKind : std::uint8_t {
    in_order,
    round_robin,
    together,
    delay_bounded,
    random_walk,
    pct,
    partial_order,
    reads_from,
    replay,
    guide,
    exhaustive,
};

// When a sleep or a timed wait may end.
enum class Timers : std::uint8_t {
    at_quiescence,  // only once nothing else can run: a fast machine
    early,          // at any scheduling point: a slow, busy machine
};

// What becomes of a thread that reads and writes plain memory a thousand times in a row, where that
// is no scheduling point. It may wait there for another.
enum class LongLoops : std::uint8_t { go_on, make_way };

// What to keep besides the outcome and the choices.
enum class Recording : std::uint8_t { nothing, steps, accesses };

// Whether unordered accesses are looked for; `hunt` only.
enum class Races : std::uint8_t { ignored, looked_for };

// Whether a schedule that completes is searched for memory that was never given back; `asan` only.
enum class Leaks : std::uint8_t { ignored, looked_for };

// Some threads. Those numbered 64 and up are never among them.
class ThreadSet {
  public:
    void add(ThreadId thread) { bits_ |= bit_of(thread); }
    void remove(ThreadId thread) { bits_ &= ~bit_of(thread); }
    bool has(ThreadId thread) const { return (bits_ & bit_of(thread)) != 0; }
    bool is_empty() const { return bits_ == 0; }

  private:
    static std::uint64_t bit_of(ThreadId thread) {
        return thread < 64 ? std::uint64_t{1} << thread : 0;
    }
    std::uint64_t bits_ = 0;
};

// The machine that a schedule is run on; cores.hpp and line_model.hpp say how it works.
struct Machine {
    std::uint32_t cores = 0;       // 0: as many as there are threads
    std::uint32_t line_bytes = 0;  // a power of two; 0: lines of memory aren't followed
    std::uint32_t lines_held = max_lines_held;
};

struct Command {
    std::uint64_t seed = 0;
    StrategyKind strategy = StrategyKind::in_order;
    Timers timers = Timers::at_quiescence;
    LongLoops long_loops = LongLoops::go_on;
    Recording recording = Recording::nothing;
    Leaks leaks = Leaks::ignored;
    Races races = Races::ignored;
    std::uint32_t earlier_access = 0;  // whose stack is wanted, see Summary
    std::uint32_t depth = 0;   // PCT: number of ordering constraints, d; delay bounding: of delays
    std::uint32_t length = 0;  // expected number of steps, k
    std::array<ReadsFrom, max_wanted> wanted = {};  // reads-from: what to bring about
    std::uint32_t wanted_count = 0;
    ThreadSet asleep;                 // exhaustive: who need not run next where the branch ends
    std::uint32_t switch_one_in = 0;  // leave the running thread once in so many; 0: no preference
    std::uint32_t memory_period =
        0;  // plain accesses between two scheduling points, on average; 0: none
    std::uint32_t max_steps = 60'000;      // without plain accesses
    std::uint64_t max_events = 2'000'000;  // steps and instrumented accesses
    Machine machine;
};

// How a schedule ended.
enum class Ending : std::uint8_t {
    none,  // the program vanished without a word
    completed,
    failed_assertion,
    unfinished,  // heddle::todo was reached
    deadlock,
    livelock,
    thread_leak,
    step_limit,
    cpu_limit,
    memory_limit,
    exited,  // exit() from the student's code
    crashed,
    terminated,  // std::terminate
    data_race,
    memory_error,
    undefined_behaviour,
    replay_mismatch,
    unsupported,
    sanitizer_silent,
    redundant,  // the exhaustive search has tried, or will try, one that comes to the same
};

enum class StepResult : std::uint8_t { done, waits, failed, timed_out, woken };

// Positions in the program under test: return addresses relative to its load address, innermost
// first.
struct Stack {
    std::uint32_t count = 0;
    std::array<std::uint64_t, max_frames> frames = {};
};

struct Step {
    ThreadId thread = 0;
    Operation operation = Operation::begin;
    StepResult result = StepResult::done;
    ObjectId object = 0;
    std::uint64_t address = 0;  // of the object; differs from run to run
    std::uint64_t value = 0;    // loaded, stored or put
    std::uint64_t before = 0;   // read-modify-write: what it replaced; end: where the stack began
    std::uint8_t size = 0;      // bytes accessed
    bool has_value = false;
    bool expired_early = false;  // a timer that ended while others could run
    std::uint8_t held_count = 0;
    std::array<ObjectId, max_held> held = {};  // locks held by the thread
    Time time = 0;
    Stack stack;
};

struct Choice {
    ThreadId thread = 0;
    std::uint16_t fingerprint = 0;  // of the operation it was about to do
    ThreadId running = 0;           // who asked
};

// Who could have been chosen, and for what.
struct Pending {
    ThreadId thread = 0;
    Operation operation = Operation::begin;
    ObjectId object = 0;
    std::uint32_t choice = 0;  // which one, from 0
};

struct BlockedThread {
    ThreadId thread = 0;
    Operation operation = Operation::begin;
    ObjectId object = 0;
    ThreadId holder = no_thread;
    bool in_cycle = false;
    std::uint32_t lost_signals = 0;  // signals to this object that found no waiter
    std::uint32_t signals = 0;
    std::uint64_t open_in = 0;  // at a pipe: which processes have its other end open, by number
    Stack stack;
};

struct Evidence {
    std::array<char, 32> id = {};
    std::array<char, 224> message = {};
    ThreadId thread = 0;
    Stack stack;
};

// The kind of a crash that the C library chose: it found its records of memory overwritten.
constexpr const char* found_by_c_library = "found-by-c-library";

// The kind of a crash where a thread has left its stack; AddressSanitizer calls it so too.
constexpr const char* stack_overflow = "stack-overflow";

// An atomic operation that asks for less than sequential consistency, and where.
struct WeakOrder {
    Place place = 0;
    Stack stack;
};

struct Report {  // of a sanitizer, or of a crash
    std::array<char, 128> kind = {};
    std::array<Stack, 2> stacks = {};  // race: both accesses; otherwise the first only
    std::array<bool, 2> writes = {};
    std::uint64_t address = 0;
    int signal = 0;
};

// What threads did of one kind that takes virtual time: work, io or sleep.
struct Usage {
    Time total = 0;            // summed over threads
    std::uint32_t count = 0;   // how often it was begun
    std::uint32_t locked = 0;  // of these, by a thread that held a lock
    std::uint32_t now = 0;     // threads in it at this moment
    std::uint32_t peak = 0;    // the most at once
};

struct CoreUse {
    Time busy = 0;           // summed over cores
    std::uint32_t peak = 0;  // the most that were busy at once
};

// How often lines of memory came to a core: from memory, and from another core.
struct LineTraffic {
    std::uint64_t fetched = 0;
    std::uint64_t transferred = 0;
};

struct LineUse {
    std::uint64_t address = 0;  // of its first byte
    LineTraffic traffic;
};

// How a schedule went, without its details; small enough to be cleared for each.
struct Summary {
    Command command;
    Ending ending = Ending::none;
    std::array<char, 1024> message = {};    // expansion of an assertion, text of an exception, …
    std::array<char, 512> expression = {};  // of a failed assertion
    Stack where;                            // where it ended
    ThreadId ending_thread = 0;
    std::uint64_t load_address = 0;  // of the program under test
    std::uint32_t steps = 0;
    std::uint64_t events = 0;
    std::uint32_t decisions = 0;
    std::uint32_t preemptions = 0;
    Time time = 0;
    std::uint32_t threads_started = 0;
    std::uint32_t peak_alive = 0;      // created and not yet joined, at most
    std::uint32_t early_expiries = 0;  // timers that ended while others could run
    std::array<Usage, 3> usage;        // of work, io and sleep
    CoreUse core_use;
    LineTraffic line_traffic;       // of all lines
    std::uint32_t idle_polls = 0;   // times a thread stepped back: nothing changed, or it yielded
    Time polled = 0;                // that passed while threads only asked, summed over them
    std::uint64_t fingerprint = 0;  // of all steps: equal schedules have equal ones
    Report report;
    Report race;  // the first that was seen; the schedule went on. Current access, then the earlier
    std::uint32_t earlier_access = 0;  // its number; another run can tell where it was
    std::uint32_t evidence_count = 0;  // how much of each array below is filled
    std::uint32_t thread_count = 0;
    std::uint32_t blocked_count = 0;
    std::uint32_t choice_count = 0;
    std::uint32_t step_count = 0;
    std::uint32_t reads_from_count = 0;
    std::uint32_t pending_count = 0;
    std::uint32_t weak_order_count = 0;
    std::uint32_t line_count = 0;
    bool has_fences = false;    // atomic_thread_fence was called; seen in `hunt`
    bool has_timers = false;    // somebody slept, or waited with a deadline
    bool is_truncated = false;  // more steps happened than fit
    bool made_way = false;      // somebody who could have gone on had to let others go first
    bool took_census = false;   // something looked at all threads at once while several lived
};

inline bool has_race(const Summary& summary) {
    return summary.race.kind[0] != '\0';
}

struct Record : Summary {
    std::array<Evidence, max_evidence> evidence;
    std::array<std::array<char, 32>, max_threads> thread_names;  // "" where none was given
    std::array<BlockedThread, max_threads> blocked;
    std::array<Choice, max_choices> choices;
    std::array<Step, max_steps> recorded;
    std::array<ReadsFrom, max_reads_from> reads_from;    // kept by the strategy of that name
    std::array<Pending, max_pending> pending;            // kept by the exhaustive one
    std::array<WeakOrder, max_weak_orders> weak_orders;  // in `hunt`
    std::array<LineUse, max_lines> lines;  // by first use; what came later has no room
};

}  // namespace heddle::scheduler
