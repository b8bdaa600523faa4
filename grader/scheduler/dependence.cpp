#include "scheduler/dependence.hpp"

namespace heddle::scheduler {
namespace {

// How far an operation reaches.
enum class Reach : std::uint8_t {
    itself,    // nobody else notices
    object,    // its object
    start,     // who may run, and how many
    end,       // the same, and who waits for its end
    join,      // one thread's end
    anything,  // more than one object, or it isn't known what
};

// A condition's wait gives a mutex back as well. A first initialisation is over, for those who
// wait for it, at no scheduling point of its own.
Reach reach_of(const Pending& pending) {
    switch (pending.operation) {
        case Operation::begin: return Reach::itself;
        case Operation::create: return Reach::start;
        case Operation::end: return Reach::end;
        case Operation::join: return Reach::join;
        case Operation::lock:
        case Operation::try_lock:
        case Operation::unlock:
        case Operation::lock_shared:
        case Operation::try_lock_shared:
        case Operation::notify_one:
        case Operation::notify_all:
        case Operation::atomic_wait:
        case Operation::atomic_notify:
        case Operation::semaphore_wait:
        case Operation::semaphore_post:
        case Operation::barrier_wait:
        case Operation::load:
        case Operation::store:
        case Operation::read_modify_write:
        case Operation::compare_exchange:
            return pending.object == 0 ? Reach::anything : Reach::object;
        default: return Reach::anything;
    }
}

bool is_same_object_untouched(const Pending& a, const Pending& b) {
    const bool both_look = a.operation == Operation::load && b.operation == Operation::load;
    return a.object != b.object || both_look;
}

}  // namespace

// A thread that ends with a lock held may leave it to an heir.
Pending pending_of(ThreadId thread, const ThreadState& state) {
    const bool leaves_locks = state.operation == Operation::end && state.held_count != 0;
    return {thread, leaves_locks ? Operation::exit : state.operation, state.object};
}

bool are_independent(const Pending& a, const Pending& b) {
    const Reach of_a = reach_of(a);
    const Reach of_b = reach_of(b);
    if (of_a == Reach::anything || of_b == Reach::anything) return false;
    if (of_a == Reach::itself || of_b == Reach::itself) return true;
    if (of_a == Reach::object && of_b == Reach::object) return is_same_object_untouched(a, b);
    if (of_a == Reach::object || of_b == Reach::object) return true;
    return of_a == Reach::end && of_b == Reach::end;
}

}  // namespace heddle::scheduler
