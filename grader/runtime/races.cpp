#include "runtime/races.hpp"

#include <cstring>

#include "runtime/own_stack.hpp"
#include "runtime/stack.hpp"
#include "scheduler/race_detector.hpp"

namespace heddle::runtime::races {
namespace {

using scheduler::AccessKind;
using scheduler::Atomicity;
using scheduler::MemoryAccess;
using scheduler::Order;
using scheduler::Race;

constinit scheduler::RaceDetector detector;

constexpr std::uint64_t all_between_processes = 1;  // nothing stands at this address

std::uint64_t number(const volatile void* object) {
    return reinterpret_cast<std::uint64_t>(object);
}

std::uint64_t synchronises_at(const volatile void* object) {
    const bool is_alone = shared().process_count == 1;
    if (is_alone || scheduler::space_of(key_of(object)) == scheduler::Space::memory)
        return number(object);
    return all_between_processes;
}

// The first race is enough.
bool is_watching() {
    return record().command.races == scheduler::Races::looked_for && record().race.kind[0] == '\0';
}

Order effect_of(MemoryOrder order) {
    switch (without_hints(order)) {
        case __ATOMIC_RELAXED: return {};
        case __ATOMIC_RELEASE: return {.acquires = false, .releases = true};
        case __ATOMIC_CONSUME:
        case __ATOMIC_ACQUIRE: return {.acquires = true, .releases = false};
        default: return {.acquires = true, .releases = true};
    }
}

void report(const Race& race, AccessKind kind) {
    scheduler::Report& report = record().race;
    std::strncpy(report.kind.data(), "data-race", report.kind.size() - 1);
    report.writes = {kind == AccessKind::write, race.earlier_kind == AccessKind::write};
    report.address = race.address;
    capture_stack(report.stacks[0]);
    record().earlier_access = race.earlier;
}

// Its stack is wanted where an earlier run of this schedule saw it race with a later one.
void judge(const MemoryAccess& access) {
    const auto race = detector.access(self(), access);
    if (detector.last_number() == record().command.earlier_access)
        capture_stack(record().race.stacks[1]);
    if (race) report(*race, access.kind);
}

void access(const void* at, std::size_t size, AccessKind kind) {
    if (is_watching()) on_own_stack([&] { judge({number(at), size, kind, Atomicity::plain}); });
}

template <class Change>
void change_order(Change change) {
    if (is_watching()) on_own_stack([&] { change(detector.order()); });
}

// An atomic operation is an access, and makes an order with others on the same object.
template <class Change>
void operate(const volatile void* at, std::size_t size, AccessKind kind, Change change) {
    change_order([&](auto& order) {
        judge({number(at), size, kind, Atomicity::atomic});
        change(order, synchronises_at(at));
    });
}

}  // namespace

void created(ThreadId child) {
    change_order([&](auto& order) { order.created(self(), child); });
}

void joined(ThreadId ended) {
    change_order([&](auto& order) { order.joined(self(), ended); });
}

void forked(ProcessId process) {
    if (is_watching()) on_own_stack([&] { detector.begin_process(self(), process); });
}

void talked() {
    change_order([&](auto& order) {
        order.acquire(self(), all_between_processes);
        order.release(self(), all_between_processes);
    });
}

void acquired(const volatile void* object) {
    change_order([&](auto& order) { order.acquire(self(), synchronises_at(object)); });
}

void acquired_alone(const volatile void* lock) {
    change_order([&](auto& order) { order.acquire_alone(self(), synchronises_at(lock)); });
}

void released(const volatile void* object) {
    change_order([&](auto& order) { order.release(self(), synchronises_at(object)); });
}

void released_shared(const volatile void* lock) {
    change_order([&](auto& order) { order.release_shared(self(), synchronises_at(lock)); });
}

void fenced(MemoryOrder memory_order) {
    record().has_fences = true;
    change_order([&](auto& order) { order.fenced(self(), effect_of(memory_order)); });
}

void loaded(const volatile void* at, std::size_t size, MemoryOrder memory_order) {
    operate(at, size, AccessKind::read, [&](auto& order, std::uint64_t object) {
        order.loaded(self(), object, effect_of(memory_order));
    });
}

void stored(const volatile void* at, std::size_t size, MemoryOrder memory_order) {
    operate(at, size, AccessKind::write, [&](auto& order, std::uint64_t object) {
        // What stands for many objects keeps what others released: it may have been another one's.
        if (object == all_between_processes)
            return order.modified(self(), object, effect_of(memory_order));
        order.stored(self(), object, effect_of(memory_order));
    });
}

void modified(const volatile void* at, std::size_t size, MemoryOrder memory_order) {
    operate(at, size, AccessKind::write, [&](auto& order, std::uint64_t object) {
        order.modified(self(), object, effect_of(memory_order));
    });
}

void read(const void* at, std::size_t size) {
    access(at, size, AccessKind::read);
}

void wrote(const void* at, std::size_t size) {
    access(at, size, AccessKind::write);
}

void began(const void* at, std::size_t size) {
    if (is_watching()) on_own_stack([&] { detector.forget(number(at), size); });
}

}  // namespace heddle::runtime::races
