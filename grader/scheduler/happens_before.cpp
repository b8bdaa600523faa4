#include "scheduler/happens_before.hpp"

namespace heddle::scheduler {
namespace {

// Where shared holders leave their clocks: no object stands at an address so near.
constexpr std::uint64_t shared_part(std::uint64_t object) {
    return object + 1;
}

}  // namespace

VectorClock* HappensBefore::find(std::uint64_t object) {
    std::uint32_t at = first_[hash(object)];
    while (at != 0 && objects_[at - 1].address != object)
        at = objects_[at - 1].next;
    return at == 0 ? nullptr : &objects_[at - 1].clock;
}

VectorClock& HappensBefore::clock_of(std::uint64_t object) {
    if (VectorClock* const known = find(object)) return *known;
    if (is_outgrown()) return unknown_;
    std::uint32_t& head = first_[hash(object)];
    Object& added = objects_[object_count_];
    added.address = object;
    added.next = head;
    head = ++object_count_;
    return added.clock;
}

// All that the thread has done and seen; what it does from here on is later.
const VectorClock& HappensBefore::released_by(ThreadId thread) {
    clocks_[thread].advance(thread);
    return clocks_[thread];
}

void HappensBefore::created(ThreadId parent, ThreadId child) {
    last_thread_ = child;
    clocks_[child].become(released_by(parent), thread_count());
}

void HappensBefore::joined(ThreadId thread, ThreadId ended) {
    clocks_[thread].join(released_by(ended), thread_count());
}

void HappensBefore::acquire(ThreadId thread, std::uint64_t object) {
    if (const VectorClock* const clock = find(object)) clocks_[thread].join(*clock, thread_count());
}

void HappensBefore::release(ThreadId thread, std::uint64_t object) {
    clock_of(object).join(released_by(thread), thread_count());
}

void HappensBefore::release_shared(ThreadId thread, std::uint64_t object) {
    release(thread, shared_part(object));
}

void HappensBefore::acquire_alone(ThreadId thread, std::uint64_t object) {
    acquire(thread, object);
    acquire(thread, shared_part(object));
}

void HappensBefore::loaded(ThreadId thread, std::uint64_t object, Order order) {
    const VectorClock* const clock = find(object);
    if (clock == nullptr) return;
    if (order.acquires) return clocks_[thread].join(*clock, thread_count());
    fences_[thread].has_loaded = true;
    fences_[thread].loaded.join(*clock, thread_count());
}

void HappensBefore::stored(ThreadId thread, std::uint64_t object, Order order) {
    if (order.releases) {
        clock_of(object).become(released_by(thread), thread_count());
    } else if (fences_[thread].has_released) {
        clock_of(object).become(fences_[thread].released, thread_count());
    }
}

void HappensBefore::modified(ThreadId thread, std::uint64_t object, Order order) {
    loaded(thread, object, order);
    if (order.releases) {
        release(thread, object);
    } else if (fences_[thread].has_released) {
        clock_of(object).join(fences_[thread].released, thread_count());
    }
}

void HappensBefore::fenced(ThreadId thread, Order order) {
    Fences& mine = fences_[thread];
    if (order.acquires && mine.has_loaded) clocks_[thread].join(mine.loaded, thread_count());
    if (!order.releases) return;
    mine.has_released = true;
    mine.released.become(released_by(thread), thread_count());
}

}  // namespace heddle::scheduler
