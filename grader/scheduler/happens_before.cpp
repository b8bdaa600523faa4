#include "scheduler/happens_before.hpp"

namespace heddle::scheduler {
namespace {

// Where shared holders leave their clocks: no object stands at an address so near.
constexpr std::uint64_t shared_part(std::uint64_t object) {
    return object + 1;
}

}  // namespace

HappensBefore::ObjectClock HappensBefore::clock_of(std::uint64_t object) {
    return object_clocks_.row(objects_.number_of(object));
}

// All that the thread has done and seen; what it does from here on is later.
HappensBefore::Clock HappensBefore::released_by(ThreadId thread) {
    const Clock clock = clocks_.row(thread);
    ++clock[thread];
    return clock;
}

void HappensBefore::created(ThreadId parent, ThreadId child) {
    last_thread_ = child;
    become(clocks_.row(child), released_by(parent), thread_count());
}

void HappensBefore::joined(ThreadId thread, ThreadId ended) {
    join(clocks_.row(thread), released_by(ended), thread_count());
}

void HappensBefore::acquire(ThreadId thread, std::uint64_t object) {
    if (const std::uint32_t number = objects_.find(object))
        join(clocks_.row(thread), object_clocks_.row(number), thread_count());
}

void HappensBefore::release(ThreadId thread, std::uint64_t object) {
    join(clock_of(object), released_by(thread), thread_count());
}

void HappensBefore::release_shared(ThreadId thread, std::uint64_t object) {
    release(thread, shared_part(object));
}

void HappensBefore::acquire_alone(ThreadId thread, std::uint64_t object) {
    acquire(thread, object);
    acquire(thread, shared_part(object));
}

void HappensBefore::loaded(ThreadId thread, std::uint64_t object, Order order) {
    if (order.acquires) return acquire(thread, object);
    const std::uint32_t number = objects_.find(object);
    if (number == 0) return;
    fences_[thread].has_loaded = true;
    join(fences_[thread].loaded, object_clocks_.row(number), thread_count());
}

void HappensBefore::stored(ThreadId thread, std::uint64_t object, Order order) {
    if (order.releases) {
        become(clock_of(object), released_by(thread), thread_count());
    } else if (fences_[thread].has_released) {
        become(clock_of(object), fences_[thread].released, thread_count());
    }
}

void HappensBefore::modified(ThreadId thread, std::uint64_t object, Order order) {
    loaded(thread, object, order);
    if (order.releases) {
        release(thread, object);
    } else if (fences_[thread].has_released) {
        join(clock_of(object), fences_[thread].released, thread_count());
    }
}

void HappensBefore::fenced(ThreadId thread, Order order) {
    Fences& mine = fences_[thread];
    if (order.acquires && mine.has_loaded) join(clocks_.row(thread), mine.loaded, thread_count());
    if (!order.releases) return;
    mine.has_released = true;
    become(mine.released, released_by(thread), thread_count());
}

}  // namespace heddle::scheduler
