#include "heddle/threads.hpp"

#include <unistd.h>

#include <cstdlib>
#include <stdexcept>

#include "heddle/lab.hpp"

namespace heddle {

static_assert(std::is_trivially_destructible_v<Threads>);
constinit Threads threads;

namespace {

using State = Threads::Record::State;
using Origin = Threads::Record::Origin;

constinit thread_local Thread* current = nullptr;

/// Makes an object for a thread that heddle didn't start leave the list when that thread ends.
class Adopted {
  public:
    explicit Adopted(std::unique_ptr<Thread> thread) : thread_(std::move(thread)) {}
    Adopted(const Adopted&) = delete;
    Adopted& operator=(const Adopted&) = delete;

    ~Adopted() {
        const Threads::Lock lock(threads.mutex);
        threads.end(*thread_);
        current = nullptr;
    }

    Thread& thread() const { return *thread_; }

  private:
    std::unique_ptr<Thread> thread_;
};

}  // namespace

void Threads::add(Thread& thread) {
    Thread** place = &first;
    while (*place && record_of(**place).ident < record_of(thread).ident) {
        place = &record_of(**place).next;
    }
    record_of(thread).next = *place;
    *place = &thread;
    record_of(thread).state = State::running;
}

void Threads::remove(Thread& thread) {
    Thread** place = &first;
    while (*place != &thread)
        place = &record_of(**place).next;
    *place = record_of(thread).next;
}

void Threads::end(Thread& thread) {
    Record& record = record_of(thread);
    record.state = State::ended;
    if (record.waiting > 0) record.ended.notify_all();
    if (!record.system_thread.joinable()) remove(thread);
}

std::thread Threads::take_system_thread(Thread& thread) {
    Record& record = record_of(thread);
    if (record.state == State::ended && record.system_thread.joinable()) remove(thread);
    return std::move(record.system_thread);
}

Thread* Threads::find_alive(int ident) const {
    Thread* thread = first;
    while (thread && record_of(*thread).ident != ident)
        thread = record_of(*thread).next;
    return thread && record_of(*thread).state == State::running ? thread : nullptr;
}

void Threads::check_join(const Thread& thread, const Thread& joiner) const {
    const Record& record = record_of(thread);
    if (record.state == State::unstarted) {
        misuse("join-unstarted", "cannot join thread before it is started: " + record.name);
    }
    if (&thread == &joiner) misuse("join-self", "cannot join current thread: " + record.name);
    if (record.origin == Origin::foreign) {
        throw std::logic_error("cannot join a thread that is not a heddle::Thread: " + record.name);
    }
}

std::string Threads::circle(const Thread& joiner, const Thread& target) const {
    if (record_of(target).state == State::ended) return {};
    std::string path = joiner.name();
    for (const Thread* each = &target; each; each = find_alive(record_of(*each).waits_for)) {
        path += " waits for " + each->name();
        if (each == &joiner) return path;
    }
    return {};
}

/// A thread that asks again and again without letting time pass learns nothing, and keeps a
/// processor busy with it.
void Threads::count_question(const Thread& thread) {
    constexpr int too_often = 100;
    Record& record = record_of(thread);
    const auto asked_before = std::exchange(record.asked_at, now());
    if (record.state != State::running || asked_before != record.asked_at) return;
    if (++counts.asked_in_vain != too_often) return;
    report_evidence("busy-wait", "is_alive() was asked " + std::to_string(too_often) +
                                     " times while no time had passed and nobody had ended");
}

void Threads::count_awaited(Record& record) {
    if (!std::exchange(record.is_awaited, true)) ++counts.awaited;
}

void Threads::wait_for_end(Thread& thread, Thread& joiner, Lock& lock) {
    const auto path = circle(joiner, thread);
    if (!path.empty()) misuse("join-cycle", "these joins would never end: " + path);
    count_awaited(record_of(thread));
    record_of(joiner).waits_for = record_of(thread).ident;
    std::thread system_thread = take_system_thread(thread);
    if (system_thread.joinable()) {
        ++counts.joined;
        lock.unlock();
        system_thread.join();
        return;  // the object may be gone
    }
    // A share of the record, since the object may be gone when this thread wakes.
    const std::shared_ptr<Record> record = thread.record_;
    ++record->waiting;
    record->ended.wait(lock, [&] { return record->state == State::ended; });
    --record->waiting;
    lock.unlock();
}

void Threads::wait_at_exit() {
    Thread& self = current_thread();
    Lock lock(threads.mutex);
    if (&self == threads.find_alive(main_ident)) threads.end(self);
    const auto is_waited_for = [&self](const Thread& each) {
        const Record& record = record_of(each);
        const bool is_abandoned = record.daemon && record.state == State::running;
        return &each != &self && record.origin == Origin::started_here && !is_abandoned;
    };
    for (Thread* each = threads.first; each;) {
        if (!is_waited_for(*each)) {
            each = record_of(*each).next;
            continue;
        }
        threads.wait_for_end(*each, self, lock);
        lock.lock();
        each = threads.first;  // others may have begun and ended meanwhile
    }
}

Thread* Threads::make_main() {
    auto record = std::make_shared<Record>();
    record->name = "MainThread";
    record->origin = Origin::main;
    record->ident = main_ident;
    return new Thread(std::move(record));
}

Thread& Threads::adopt_current() {
    const auto new_object = [] {
        auto record = std::make_shared<Record>();
        record->origin = Origin::foreign;
        const Lock lock(threads.mutex);
        record->name = "Dummy-" + std::to_string(++threads.last_foreign);
        record->ident = ++threads.last_ident;
        std::unique_ptr<Thread> thread(new Thread(std::move(record)));
        threads.add(*thread);
        return thread;
    };
    thread_local const Adopted adopted(new_object());
    return adopted.thread();
}

void Threads::set_current(Thread& thread) {
    current = &thread;
}

Thread& main_thread() {
    const Threads::Lock lock(threads.mutex);
    if (!threads.main) {
        threads.main = Threads::make_main();
        threads.add(*threads.main);
    }
    return *threads.main;
}

Thread& current_thread() {
    if (!current) current = getpid() == gettid() ? &main_thread() : &Threads::adopt_current();
    return *current;
}

std::vector<Thread*> enumerate() {
    main_thread();
    std::vector<Thread*> all;
    const Threads::Lock lock(threads.mutex);
    for (Thread* each = threads.first; each; each = Threads::record_of(*each).next) {
        Threads::Record& record = Threads::record_of(*each);
        if (record.state == State::running) all.push_back(each);
        if (record.state == State::ended) threads.count_awaited(record);
    }
    return all;
}

detail::ThreadCounts detail::thread_counts() {
    const Threads::Lock lock(threads.mutex);
    return threads.counts;
}

void detail::end_of_main() {
    Threads::wait_at_exit();
}

std::optional<std::chrono::milliseconds> detail::last_asked(const Thread& thread) {
    const Threads::Lock lock(threads.mutex);
    return Threads::record_of(thread).asked_at;
}

}  // namespace heddle
