// Which of two moments in different threads happens before the other, learnt
// from the schedule's synchronisation: a release passes on what its thread has
// seen, the acquire that finds it takes that over. Orders are the C++ memory
// model's ([intro.races], [atomics.order]) but for one thing: a relaxed store
// does not end what an earlier release store began, as in ThreadSanitizer.
//
// Pure; not thread-safe, as the engine.
#pragma once

#include "scheduler/address_table.hpp"
#include "scheduler/vector_clock.hpp"

namespace heddle::scheduler {

// A std::memory_order by its effect.
struct Order {
    bool acquires = false;
    bool releases = false;
};

class HappensBefore {
  public:
    // `child` is the next thread in number.
    void created(ThreadId parent, ThreadId child);
    void joined(ThreadId thread, ThreadId ended);

    // There is this thread too, which somebody else created: another process.
    void has_thread(ThreadId thread) { last_thread_ = std::max(last_thread_, thread); }

    // By the address of a mutex, an atomic, a semaphore, …
    void acquire(ThreadId thread, std::uint64_t object);
    void release(ThreadId thread, std::uint64_t object);

    // One of several who hold it together: only who wants it alone learns of them.
    void release_shared(ThreadId thread, std::uint64_t object);
    void acquire_alone(ThreadId thread, std::uint64_t object);

    void loaded(ThreadId thread, std::uint64_t object, Order order);
    void stored(ThreadId thread, std::uint64_t object, Order order);
    void modified(ThreadId thread, std::uint64_t object, Order order);
    void fenced(ThreadId thread, Order order);

    // Whether all of `thread` up to `moment` happens before what `later` does now.
    bool is_before(ThreadId thread, Moment moment, ThreadId later) const {
        return thread == later || moment <= clocks_.at(later, thread);
    }
    // Never 0. Others learn of it with the next release.
    Moment now(ThreadId thread) const { return clocks_.at(thread, thread) + 1; }
    std::uint32_t thread_count() const { return last_thread_ + 1U; }

    // More objects than fit: from here on nothing is known, and nobody may be accused.
    bool is_outgrown() const { return objects_.is_full(); }

  private:
    struct Fences {  // of one thread
        bool has_released = false;
        bool has_loaded = false;
        VectorClock released;  // what its relaxed stores pass on
        VectorClock loaded;    // what an acquire fence takes over
    };

    static constexpr std::size_t max_objects = 1U << 13U;
    using Clock = VectorClocks<max_threads>::Row;
    using ObjectClock = VectorClocks<max_objects>::Row;

    ObjectClock clock_of(std::uint64_t object);
    Clock released_by(ThreadId thread);

    ThreadId last_thread_ = 0;
    AddressTable<max_objects> objects_;
    VectorClocks<max_threads> clocks_;         // by thread
    VectorClocks<max_objects> object_clocks_;  // by number; 0: of all that doesn't fit
    std::array<Fences, max_threads> fences_ = {};
};

}  // namespace heddle::scheduler
