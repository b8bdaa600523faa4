#include "judge/rules.hpp"

#include "judge/atomicity.hpp"
#include "judge/bottleneck.hpp"
#include "judge/data.hpp"
#include "judge/handover.hpp"
#include "judge/lifecycle.hpp"
#include "judge/liveness.hpp"
#include "judge/memory.hpp"
#include "judge/ordering.hpp"

namespace heddle::judge {
namespace {

using model::Outcome;
using scheduler::Ending;

constexpr Predicate by_trusted_code = nullptr;
constexpr std::string_view no_text = "";

constexpr Rule table[] = {
    {"unfinished", "heddle::todo was reached", no_text, is_unfinished,
     "What is the smallest thing this part must do for the next check to get further?"},

    {"sleep-sync",
     "every failing schedule ends a sleep of the student's early, the usual one passes", no_text,
     is_sleep_sync, "What would make the one wait for the other, however long the other takes?"},

    // What the tests or the course's library saw for themselves, and twice what lies behind it.
    {"start-in-ctor", "start-twice, and the first start() was a constructor's",
     "the function is a constructor", is_started_in_constructor,
     "Which parts of the object exist already when run() looks at it?"},
    {"start-join-pairs", "no-overlap, with several threads and never two at once", no_text,
     is_never_two_at_once, "How many threads are there while the first one works?"},
    {"lock-over-io", "locks were held across io(), and the lock and its line are known", no_text,
     is_lock_over_io, "Which of the data under this lock does the device need?", Outcome::too_slow},
    {"run-not-start", "a Thread's work was done, and start() never called", no_text,
     by_trusted_code, "Which member function makes a new thread that calls run()?"},
    {"run-not-overridden", "a derived Thread ran the empty run() of its base", no_text,
     by_trusted_code, "What would the compiler say if your run() were marked `override`?"},
    {"never-started", "a Thread was made and not started", no_text, by_trusted_code,
     "What has to be called before there is anything to wait for?"},
    {"start-twice", "start() on a thread that was started before", no_text, by_trusted_code,
     "How many lives has one Thread object?"},
    {"start-in-ctor", "start() before the constructor had ended", no_text, by_trusted_code,
     "Which parts of the object exist already when run() looks at it?"},
    {"destroyed-running", "a Thread was destroyed while run() was at work on it", no_text,
     by_trusted_code, "Who has to have ended before this object may go?"},
    {"timeout-ignored", "join(timeout) gave up, and the object was destroyed", no_text,
     by_trusted_code, "How can you tell whether the wait ended because the thread did?"},
    {"join-unstarted", "join() on a thread that was never started", no_text, by_trusted_code,
     "What has to be called before there is anything to wait for?"},
    {"join-self", "a thread joins itself", no_text, by_trusted_code,
     "Which thread executes this line, and whose end does it wait for?"},
    {"join-cycle", "join() would close a circle of threads", no_text, by_trusted_code,
     "Which of them could ever be the first to end?"},
    {"join-empty", "join() or detach() on a std::thread that holds no thread", no_text,
     by_trusted_code, "Where is the thread that this object once held?"},
    {"busy-wait", "is_alive() asked again and again while no time passed, or many idle polls",
     no_text, by_trusted_code, "How could the thread sleep until there is something to see?",
     Outcome::livelock},
    {"fresh-budget", "waited longer than the budget, and not until all had ended", no_text,
     by_trusted_code, "How much of the budget is left when the second wait begins?"},
    {"no-deadline", "waited beyond the budget, until the last thread had ended", no_text,
     by_trusted_code, "Which of these waits ends even if the thread never does?"},
    {"gave-up-early", "stopped waiting with budget left, when no thread had just ended", no_text,
     by_trusted_code, "Who may use the part of the budget that one of them didn't need?"},
    {"late-return", "returned long after the last thread had ended, without having slept", no_text,
     by_trusted_code, "Who tells the one who waits that the last has ended?"},
    {"not-asked", "a thread was called alive, and is_alive() wasn't asked since it ended", no_text,
     by_trusted_code, "For which moment is the answer of is_alive() true, and when was it asked?"},
    {"inverted", "is_alive() was asked, and its answer turned round", no_text, by_trusted_code,
     "Say it in words: whoever is_alive() is true of, into which list does it go?"},
    {"incomplete", "a thread is in none of the lists", no_text, by_trusted_code,
     "On which way through the loop is an index put into no list?"},
    {"left-running", "threads that the function made for itself outlive it", no_text,
     by_trusted_code, "Who waits for the helpers before the function returns?"},
    {"not-owned", "a thread that belongs to the caller is gone", no_text, by_trusted_code,
     "Whose is this thread, and who may still want to use it?"},
    {"listed-twice", "a thread is in the lists more than once", no_text, by_trusted_code,
     "Which of the two answers counts, and what becomes of the other?"},
    {"start-join-pairs", "several threads, never two at once", no_text, by_trusted_code,
     "How many threads are there while the first one works?"},
    {"work-on-main", "no thread was started, and the work was done", no_text, by_trusted_code,
     "Which line creates a thread, and when is it reached?"},
    {"too-few-threads", "fewer threads than work", no_text, by_trusted_code,
     "Who does the work that those threads should have done?"},
    {"foreign-thread", "the work was done on threads of another kind than asked for", no_text,
     by_trusted_code, "Which class of threads does the task name?"},
    {"empty-owner", "an owner was returned that owns no thread", no_text, by_trusted_code,
     "Which variable owns the thread when the function returns?"},
    {"arg-copied", "the thread changed a copy of its argument", no_text, by_trusted_code,
     "Does the thread hold the object itself, or a copy of it?"},
    {"exc-lost", "an exception of a thread never reached its outcome", no_text, by_trusted_code,
     "Where does an exception go when nobody on its own thread catches it?"},
    {"swallow-all", "ThreadExit was reported as a failure", no_text, by_trusted_code,
     "Which exceptions mean trouble, and which only mean the end?"},
    {"daemon-late", "set_daemon() after start()", no_text, by_trusted_code,
     "When is it settled whether the program waits for a thread?"},
    {"detached", "a thread's work was missing at the end, and nobody knew of that thread", no_text,
     by_trusted_code, "Who remembers a thread that has been detached?"},
    {"daemon-lost", "a daemon's work was missing at the end", no_text, by_trusted_code,
     "Who waits for a daemon?"},
    {"exit-hang", "the program waits for a thread that never ends", no_text, by_trusted_code,
     "Which threads does the program wait for before it ends, and which of them ever end?",
     Outcome::thread_leak},
    {"shared-state", "two objects or calls share what each should own", no_text, by_trusted_code,
     "How many of this variable are there, and since when?"},
    {"uninitialised", "the first value is whatever the memory held", no_text, by_trusted_code,
     "Who gives this member its first value?"},
    {"not-written", "what was taken never arrived where it should", no_text, by_trusted_code,
     "What becomes of each one between the line that takes it and the line that writes it?"},
    {"exit-code", "main() returned another number than its end deserves", no_text, by_trusted_code,
     "What does whoever started the program read from this number?"},
    {"edge-case", "wrong for an extreme size only", no_text, by_trusted_code,
     "What happens, step by step, when this number is zero?"},
    {"off-by-one", "one more or one less than asked for", no_text, by_trusted_code,
     "Which is the first value, which the last, and where does the loop test for it?"},
    {"no-pause", "work that ought to have pauses was done in one go", no_text, by_trusted_code,
     "What does this loop do between two rounds, and who can run meanwhile?"},
    {"wrong-unit", "the right number in another unit of time", no_text, by_trusted_code,
     "In which unit does this function take its duration?"},
    {"too-strong", "an outcome that is allowed can't happen", no_text, by_trusted_code,
     "Which of these need to exclude each other, and which don't?", Outcome::too_strong},
    {"one-lock-all", "operations on unrelated objects never overlap", no_text, by_trusted_code,
     "Which data does this lock protect for each of the two?", Outcome::too_strong},
    {"no-overlap", "at most one was in flight at a time", no_text, by_trusted_code,
     "What does each of them wait for while another waits for its device?", Outcome::too_slow},
    {"lock-over-io", "a lock was held across io()", no_text, by_trusted_code,
     "Which of the data under this lock does the device need?", Outcome::too_slow},
    {"thread-per-item", "as many threads as items, above the cap", no_text, by_trusted_code,
     "How does the number of threads grow with the input?", Outcome::too_slow},
    {"under-limit", "fewer in flight at once than the limit, and more than one", no_text,
     by_trusted_code, "Who could begin the next one while all these wait?", Outcome::too_slow},
    {"batch-barrier", "none began before all that were in flight had ended", no_text,
     by_trusted_code, "What does the quickest of them do until the slowest is done?",
     Outcome::too_slow},
    {"imbalance", "one thread had far more to do than another", no_text, by_trusted_code,
     "When is it settled who does what, and what is known by then?", Outcome::too_slow},
    {"head-of-line", "a place stood free while work was left", no_text, by_trusted_code,
     "Whose end is waited for before the next one begins, and who may end before that?",
     Outcome::too_slow},
    {"busy-wait", "time passed while a thread asked again and again", no_text, by_trusted_code,
     "How could the thread sleep until there is something to see?", Outcome::livelock},
    {"misnamed", "the counter named in diagnosis.toml shows next to nothing", no_text,
     by_trusted_code, "Which line of ./heddle profile has most of the time of the given program?"},
    {"mispredicted", "the gain in diagnosis.toml isn't what the simulation gives", no_text,
     by_trusted_code, "What still has to happen one after the other, when all else overlaps?"},
    {"unclear-diagnosis", "diagnosis.toml can't be read, lacks an answer or contradicts itself",
     no_text, by_trusted_code, "What does the file's own comment say about this line?"},

    // Memory. A datum that threads race for, or share by mistake, comes before what it led to.
    {"loop-ref", "a race on a datum that a loop's header writes",
     "the datum is the loop's variable", is_loop_ref,
     "How many variables of this name are there, and what is in it when a thread looks?"},
    {"race", "a heap error in a line that races with itself", no_text, is_race_on_heap,
     "What may the other thread be doing while this one is in the middle of that line?"},
    {"joined-some", "a memory error of a thread that outlives the case, others were joined",
     no_text, is_outliving_some, "Who must have ended before the function returns?",
     Outcome::thread_leak},
    {"never-joined", "a memory error of a thread that outlives the case, none was joined", no_text,
     is_outliving_all, "Who waits for the threads before the function returns?",
     Outcome::thread_leak},
    {"dangling-ref", "AddressSanitizer: a stack variable used after its scope", no_text,
     is_dangling_ref,
     "Which function owns this variable, and may it return before the thread is done?"},
    {"use-after-free", "AddressSanitizer or ThreadSanitizer: freed memory used", no_text,
     is_use_after_free, "What keeps this object alive until the last thread is done with it?"},
    {"leak", "LeakSanitizer, at the end of a schedule", no_text, is_leak,
     "Who owns this object, and who gives it back?"},
    {"overflow", "AddressSanitizer: beyond an array or object", no_text, is_overflow,
     "Which indices has it, and which does this line use?"},
    {"", "any other memory error", no_text, is_memory_error,
     "Which object does this line mean, and does it still exist?"},
    {"lock-leak", "ThreadSanitizer: a mutex was destroyed while locked", no_text,
     is_destroyed_locked, "On which way out of the function is the mutex still locked?"},
    {"undefined", "UndefinedBehaviorSanitizer", no_text, is_undefined,
     "What does the language promise for this line?"},

    // Data. All need ThreadSanitizer's report; locks and values are those of hunt's observation.
    {"sleep-sync", "racing accesses that only a sleep keeps apart", no_text, is_ordered_by_sleep,
     "What would make the one wait for the other, however long the other takes?"},
    {"dcl", "a thread tests the datum without the lock, then again under it", no_text, is_dcl,
     "What may the first test see while another thread is inside the lock?"},
    {"private-mutex", "both hold locks that no other thread ever takes",
     "the lock is made for the call or the thread", is_private_mutex,
     "How many mutexes are there, and who else ever locks this one?"},
    {"two-locks", "both hold locks, and none in common", no_text, is_two_locks,
     "Which mutex protects this datum?"},
    {"vexing-guard", "one access holds no lock", "its function has a guard without effect",
     is_vexing_guard, "From which line to which line is the mutex locked?"},
    {"escaped", "no lock at the access, right after one was held that didn't touch the datum",
     "that function returns a reference", is_escaped,
     "What may somebody do with this reference when the lock is gone?"},
    {"read-unlocked", "every write is locked or atomic, the read is neither", no_text,
     is_read_unlocked, "Who else may be writing at the moment of this read?"},
    {"volatile", "a race", "the datum is declared volatile", is_volatile_race,
     "What does volatile promise about two threads?"},
    {"joined-some", "a thread reads what one that it started has yet to write, others were joined",
     no_text, is_read_after_some_joins, "Who must have ended before the result may be read?"},
    {"never-joined", "a thread reads what one that it started has yet to write", no_text,
     is_read_before_any_join, "Who waits for the threads before the result is read?"},
    {"race", "ThreadSanitizer: two unordered accesses, one a write", no_text, is_race,
     "What may the other thread do between the steps of this line?"},

    // The end of the program.
    {"never-joined", "a std::thread was destroyed while joinable", no_text, is_dropped_thread,
     "Who waits for this thread before its object goes?", Outcome::thread_leak},
    {"exc-terminate", "std::terminate with an exception", no_text, is_uncaught,
     "Where could this exception still have been caught?", Outcome::crash},
    {"crash", "a fatal signal", no_text, is_crash,
     "Which pointer, index or object does this line trust?"},
    {"forbidden", "a call that the scheduler can't control", no_text, is_unsupported,
     "Which part of the standard library, or of heddle/lab.hpp, does the same with threads?",
     Outcome::forbidden},
    {"abrupt-exit", "std::terminate without an exception", no_text, is_terminate_called,
     "Who would still have been waited for, had the program ended in the usual way?",
     Outcome::crash},
    {"abrupt-exit", "_exit(), _Exit() or quick_exit()", no_text, is_abrupt_exit,
     "Who would still have been waited for, had the program ended in the usual way?"},
    {"exited", "exit()", no_text, is_exit, "Who was to go on after this line, and can't any more?"},

    // Liveness: the wait-for graph at a standstill.
    {"lock-leak", "the lock's holder has ended, or has left the function that took it",
     "where that function ends", is_lock_leak,
     "On which way out of the function is the mutex still locked?"},
    {"relock", "a thread wants a lock that it holds", no_text, is_relock,
     "Which function has this lock already when the line is reached?"},
    {"lock-order", "a circle of threads, each with the lock that the next one wants", no_text,
     is_lock_order, "In which order does each of them take the two?"},
    {"join-self", "a thread joins itself", no_text, is_join_self,
     "Which thread executes this line, and whose end does it wait for?"},
    {"join-cycle", "a circle of joins", no_text, is_join_cycle,
     "Which of them could ever be the first to end?"},
    {"join-under-lock", "a circle of a join and a lock", no_text, is_join_under_lock,
     "What does the thread still need in order to end?"},
    {"no-close", "a waiter sleeps on, though all is closed", "a function called close or stop ran",
     is_no_close, "Who wakes those that already wait when it is closed?"},
    {"notify-one", "several waiters, woken one at a time, some left over", no_text, is_notify_one,
     "How many threads can go on now, and how many were told?"},
    {"lost-wakeup", "every signal came when nobody was waiting", no_text, is_lost_wakeup,
     "What does the waiter look at before it goes to sleep, and under which lock?"},
    {"exit-hang", "the case is over, and a thread waits for ever", no_text, is_exit_hang,
     "Who tells this thread that it is over?"},
    {"deadlock", "nothing can run", no_text, is_deadlock, "What would each of them need to go on?"},
    {"livelock", "every thread that can run spins", no_text, is_livelock,
     "Who will ever change what is being asked here?"},
    {"busy-wait", "polls without progress beyond the bound", no_text, is_busy_wait,
     "How could the thread sleep until there is something to see?", Outcome::livelock},
    {"", "no end within the bound", no_text, is_limit, "What makes this loop end?"},

    // A wrong outcome without a race.
    {"order-assumed", "the order of starting was taken for the order of running", no_text,
     by_trusted_code, "What makes one of them run before the other?"},
    {"wrong-size", "too many results, or too few", no_text, by_trusted_code,
     "How many places are there for results, and which line says so?"},
    {"split-rmw", "a load and a store of one atomic by one thread, a foreign write between",
     no_text, is_split_rmw, "Each step is atomic; the pair is not. What may happen between them?"},
    {"cas-once", "a compare-exchange failed and wasn't repeated", "no loop stands around it",
     is_cas_once, "What has happened when compare_exchange returns false, and what then?"},
    {"check-act", "a datum read in one section, another changes it, the next section acts", no_text,
     is_check_act, "Is what was true when you looked still true when you act?"},
    {"if-wait", "woken with its condition untested, and went on", no_text, is_if_wait,
     "What is known for certain when wait() returns?"},
    {"arg-copied", "no other thread ever reads what the threads wrote", no_text, is_arg_copied,
     "Does the thread hold the object itself, or a copy of it?"},
    {"joined-some", "the result was read before some threads had ended, others were joined",
     no_text, is_joined_some, "Who must have ended before the result may be read?"},
    {"never-joined", "threads outlive the reading of their result, none was joined", no_text,
     is_never_joined, "Who waits for the threads before the result is read?"},
    {"joined-some", "threads still running when the function returned", no_text, by_trusted_code,
     "Who must have ended before the result may be read?"},
    {"never-joined", "threads still running when the function returned", no_text, by_trusted_code,
     "Who waits for the threads before the function returns?"},
    {"exc-in-thread", "an exception ended a thread, and its work is missing", no_text,
     by_trusted_code, "Which line throws, and what did this thread still have to do?"},
    {"limit-exceeded", "more in flight at once than the limit", no_text, by_trusted_code,
     "Which line keeps the next one from beginning while so many are in flight?"},
    {"skipped-work", "parts of the work were never done", no_text, by_trusted_code,
     "Who does which part, and which part is nobody's?"},
    {"done-twice", "parts of the work were done more than once", no_text, by_trusted_code,
     "What tells one thread that another has taken this part already?"},
    {"", "the tests' own words", no_text, is_wrong_result,
     "Which line makes this value, and what had happened before it did?"},
};

}  // namespace

std::span<const Rule> rules() {
    return table;
}

Outcome outcome_of(Ending ending) {
    switch (ending) {
        case Ending::completed:
            return Outcome::passed;
        case Ending::failed_assertion:
            return Outcome::wrong_result;
        case Ending::unfinished:
            return Outcome::unfinished;
        case Ending::deadlock:
            return Outcome::deadlock;
        case Ending::livelock:
            return Outcome::livelock;
        case Ending::thread_leak:
            return Outcome::thread_leak;
        case Ending::data_race:
            return Outcome::data_race;
        case Ending::memory_error:
            return Outcome::memory_error;
        case Ending::undefined_behaviour:
            return Outcome::undefined_behaviour;
        case Ending::step_limit:
        case Ending::cpu_limit:
            return Outcome::limit;
        default:
            return Outcome::crash;
    }
}

}  // namespace heddle::judge
