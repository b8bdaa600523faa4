#include "judge/rubric.hpp"

#include <algorithm>

namespace heddle::judge {
namespace {

using enum Family;
using enum Cost;

constexpr Rubric known_rubrics[] = {
    // The life of a thread.
    {"run-not-start", lifecycle, counted,
     "The work is done, and the calling thread does it: run() was called where start() begins a "
     "thread."},
    {"run-not-overridden", lifecycle, reached,
     "A function resembles run() and doesn't override it, so the new thread has nothing to do."},
    {"never-started", lifecycle, reached, "A thread object is made, and its thread never begins."},
    {"start-twice", lifecycle, reached, "One Thread object is used for two threads."},
    {"start-in-ctor", lifecycle, reached,
     "The thread begins while its object is still being built."},
    {"destroyed-running", lifecycle, at_the_end,
     "The object ends before its thread does; nobody waits in between."},
    {"never-joined", lifecycle, at_the_end,
     "Threads are started and nobody waits for them: results are read too early, or threads "
     "outlive the function."},
    {"joined-some", lifecycle, at_the_end, "Some threads are waited for, and not all."},
    {"join-unstarted", lifecycle, reached, "A thread is waited for that was never started."},
    {"join-self", lifecycle, reached, "A thread waits for its own end."},
    {"join-cycle", lifecycle, reached, "Threads wait for each other's end in a circle."},
    {"join-empty", lifecycle, reached,
     "join() or detach() is called on a std::thread that holds no thread."},
    {"timeout-ignored", lifecycle, at_the_end,
     "A wait with a timeout is taken for a wait until the end: whether the thread is still alive "
     "is never asked."},
    {"fresh-budget", lifecycle, counted,
     "Each wait gets the whole budget anew, so that all together last longer than one."},
    {"no-deadline", lifecycle, counted, "A wait that should give up lasts until the end."},
    {"gave-up-early", lifecycle, counted, "The waiting stops while there is budget left."},
    {"late-return", lifecycle, counted, "The waiting goes on when nobody is left to wait for."},
    {"not-asked", lifecycle, reached,
     "A thread is called alive by an old answer: it has ended since."},
    {"inverted", lifecycle, reached, "The answer of is_alive() is taken for its opposite."},
    {"start-join-pairs", lifecycle, counted,
     "Each thread is waited for before the next begins: the threads are there, and nothing "
     "happens at the same time."},
    {"work-on-main", lifecycle, counted, "The result is right, and no thread was used to get it."},
    {"too-few-threads", lifecycle, counted, "Fewer threads do the work than the task asks for."},
    {"foreign-thread", lifecycle, counted,
     "The work is done on threads of another kind than the task asks for."},
    {"empty-owner", lifecycle, reached, "What is returned as the owner of a thread owns none."},
    {"arg-copied", lifecycle, reached,
     "The thread works on a copy of its argument, so its changes never come back."},
    {"order-assumed", lifecycle, together,
     "The program counts on threads running in the order in which they were started."},
    {"exc-lost", lifecycle, single_case,
     "An exception ends its thread, and the caller never learns of it."},
    {"exc-in-thread", lifecycle, single_case,
     "An exception ends a thread before its work is done."},
    {"exc-terminate", lifecycle, reached,
     "An exception leaves a thread, and with it the whole program ends."},
    {"swallow-all", lifecycle, single_case,
     "A thread that ended on purpose is reported as one that failed."},
    {"daemon-late", lifecycle, reached,
     "A thread is made a daemon after it has started, when that is settled already."},
    {"daemon-lost", lifecycle, at_the_end,
     "Work that must be finished is given to a daemon, and the program's end cuts it off."},
    {"detached", lifecycle, at_the_end,
     "A thread is let go, so that nobody can wait for it, and its work is cut off."},
    {"exit-hang", lifecycle, reached,
     "The program never ends, since a thread that isn't a daemon never does."},
    {"abrupt-exit", lifecycle, at_the_end, "The program is ended in a way that waits for nobody."},

    // Shared data.
    {"race", data, together,
     "Two threads use the same datum at the same time, one of them writes, and nothing orders "
     "the two."},
    {"volatile", data, together, "A shared datum is marked volatile, which orders nothing."},
    {"split-rmw", data, together,
     "Load and store are atomic, each for itself; an update of another thread between the two "
     "is lost."},
    {"cas-once", data, together,
     "A compare-exchange that fails is not tried again, so its update is lost."},
    {"check-act", data, together,
     "What was tested under a lock is acted on under a later one; in between it may change."},
    {"private-mutex", data, together,
     "Each call or each thread has a mutex of its own, so nobody is kept out."},
    {"vexing-guard", data, together,
     "A guard stands there and locks nothing, or nothing beyond its own line."},
    {"two-locks", data, together, "The same datum is guarded by one lock here, by another there."},
    {"read-unlocked", data, together, "Writing is guarded, reading is not."},
    {"escaped", data, together,
     "A reference to guarded data is handed out, and used when the lock is gone."},
    {"dcl", data, together,
     "A datum is tested without the lock first, while another thread may be writing it."},
    {"sleep-sync", data, together,
     "A sleep stands where a wait belongs: it makes the trouble rarer and orders nothing."},
    {"loop-ref", data, together,
     "All threads refer to the one loop variable, which has moved on when they look."},
    {"too-strong", data, counted,
     "More is forbidden than the task needs: an order that is allowed can't happen here."},
    {"one-lock-all", data, counted,
     "One lock stands for everything, so that unrelated objects wait for each other."},

    // Threads that wait for ever.
    {"deadlock", liveness, reached, "All threads wait, and none of them can go on."},
    {"lock-order", liveness, reached,
     "Two threads take the same locks in different orders, and can each hold what the other "
     "needs."},
    {"relock", liveness, reached, "A thread waits for a lock that it holds itself."},
    {"lock-leak", liveness, reached,
     "On one way out the mutex stays locked, and the next who wants it waits for ever."},
    {"join-under-lock", liveness, reached,
     "A thread is waited for under a lock which it needs in order to end."},
    {"lost-wakeup", liveness, reached,
     "The signal comes before anyone waits, and nothing records that it came."},
    {"if-wait", liveness, together,
     "What was waited for is not tested again after waking, though waking promises nothing."},
    {"notify-one", liveness, reached, "Several threads can go on, and only one is woken."},
    {"no-close", liveness, reached, "Closing doesn't wake those that wait already."},
    {"busy-wait", liveness, counted,
     "A thread asks over and over where it could sleep until it is told."},
    {"livelock", liveness, reached, "Threads are busy, and none of them gets anywhere."},

    // Right, and slow.
    {"no-overlap", bottleneck, counted,
     "Threads exist, and at no time do two of them get on with their work."},
    {"lock-over-io", bottleneck, counted,
     "A lock is held while waiting for a device, and everyone else waits with it."},
    {"thread-per-item", bottleneck, counted,
     "The number of threads grows with the input, past the limit that was set."},
    {"under-limit", bottleneck, counted, "Fewer are under way at once than may be."},
    {"limit-exceeded", bottleneck, counted, "More are under way at once than may be."},
    {"batch-barrier", bottleneck, counted,
     "Work is begun in batches, and each batch waits for its slowest part."},
    {"head-of-line", bottleneck, counted,
     "The next one waits for a certain one to end, though another has ended before it."},
    {"imbalance", bottleneck, counted,
     "The work is divided beforehand, and one thread has far more of it than another."},
    {"misnamed", bottleneck, single_case, "The counters show another bottleneck than was named."},
    {"mispredicted", bottleneck, single_case,
     "The predicted gain isn't what the simulation gives for this cure."},
    {"unclear-diagnosis", bottleneck, single_case,
     "The written diagnosis lacks an answer, or can't be read."},

    // Memory and the language.
    {"dangling-ref", memory, reached,
     "A thread uses a local variable of a function that may have returned."},
    {"use-after-free", memory, reached, "An object is used after it was given back."},
    {"overflow", memory, reached, "An index lies outside its array."},
    {"leak", memory, reached, "Memory is taken and never given back."},
    {"uninitialised", memory, reached, "A variable is read before it has a first value."},
    {"undefined", memory, reached,
     "The language gives this line no meaning, so any result is luck."},
    {"crash", memory, reached, "The program is ended by a signal."},
    {"forbidden", memory, reached,
     "The program asks for something that no schedule can control, or that belongs to the grader."},
    {"exited", memory, reached, "The program ends itself while others are still at work."},

    // The task.
    {"shared-state", task, reached,
     "Objects or calls that should be independent share a variable."},
    {"edge-case", task, single_case,
     "Right for ordinary sizes, and not for zero, one or very many."},
    {"off-by-one", task, reached, "One value too many, or one too few."},
    {"wrong-unit", task, counted, "The number is right, its unit of time isn't."},
    {"no-pause", task, counted, "Work that should have pauses is done in one go."},
    {"wrong-size", task, reached, "There are too many results, or too few."},
    {"incomplete", task, reached, "A thread is in none of the lists that are returned."},
    {"left-running", task, reached,
     "Threads that the function made for itself still run when it returns."},
    {"not-owned", task, reached, "A thread is moved or ended that belongs to the caller."},
    {"listed-twice", task, reached, "A thread is in the returned lists more than once."},
    {"skipped-work", task, reached, "A part of the work is never done."},
    {"done-twice", task, reached, "A part of the work is done more than once."},
    {"not-written", task, reached,
     "What was taken in, from a queue say, isn't where it should be."},
    {"exit-code", task, single_case, "The program ends well, and its exit code says otherwise."},
    {"unfinished", task, reached, "A part of the task is still to be written."},
    {"build-error", task, everything, "The files don't compile, so nothing of them could be run."},
};

}  // namespace

std::span<const Rubric> rubrics() {
    return known_rubrics;
}

const Rubric* rubric_for(std::string_view id) {
    const auto* const found = std::ranges::find(known_rubrics, id, &Rubric::id);
    return found == std::end(known_rubrics) ? nullptr : found;
}

}  // namespace heddle::judge
