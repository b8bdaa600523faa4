#include "heddle/thread.hpp"

#include <cxxabi.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>

#include "heddle/hooks.hpp"
#include "heddle/threads.hpp"

namespace heddle {
namespace {

using State = Threads::Record::State;
using Origin = Threads::Record::Origin;

constinit thread_local bool next_is_owned = false;

void tell(heddle_thread_event_kind event, const Thread& thread) {
    if (heddle_hook_thread_event) heddle_hook_thread_event(event, &thread, thread.name().c_str());
}

/// True when `type` is `base` or derives from it, by single inheritance. The language can't ask
/// this of two type_infos; their layout is in the Itanium C++ ABI, section 2.9.5.
bool derives_from(const std::type_info& type, const std::type_info& base) {
    const std::type_info* each = &type;
    while (*each != base) {
        const auto* derived = dynamic_cast<const abi::__si_class_type_info*>(each);
        if (!derived) return false;
        each = derived->__base_type;
    }
    return true;
}

[[noreturn]] void misuse_in_constructor(const Thread& thread) {
    misuse("start-in-ctor", thread.name() + " was started before its constructor had ended");
}

/// The object is not what it was when start() was called: one end of its life is under way.
[[noreturn]] void misuse_of_part(const Thread& thread, const std::type_info& now,
                                 const std::type_info& at_start) {
    if (!derives_from(at_start, now)) misuse_in_constructor(thread);
    misuse("destroyed-running", thread.name() + " is being destroyed while run() still needs it: " +
                                    "its derived part is gone already");
}

/// Remembers that somebody else than the thread itself is about to do its work.
void count_caller(const Thread& thread) {
    if (&current_thread() == &thread) return;
    const Threads::Lock lock(threads.mutex);
    ++threads.counts.called;
}

/// The object of a running thread is about to go, and nothing can save the program.
[[noreturn]] void end_program(const Thread& thread, bool timed_out) {
    const std::string message =
        thread.name() + " was destroyed while run() was still at work on it: " +
        (timed_out ? "join(timeout) had given up, and is_alive() was not asked"
                   : "nobody had joined it");
    report_evidence(timed_out ? "timeout-ignored" : "destroyed-running", message);
    std::fputs(("heddle: " + message + "\n").c_str(), stderr);
    std::terminate();
}

/// A deadline that the clock can hold.
auto after(std::chrono::milliseconds timeout) {
    const std::chrono::milliseconds a_year = std::chrono::hours(24 * 365);
    return std::chrono::steady_clock::now() + std::min(timeout, a_year);
}

}  // namespace

Thread::Thread(ThreadOptions options)
    : Thread(std::move(options), std::unique_ptr<detail::Call>()) {}

Thread::Thread(std::unique_ptr<detail::Call> target) : Thread(ThreadOptions{}, std::move(target)) {}

Thread::Thread(ThreadOptions options, std::unique_ptr<detail::Call> target)
    : record_(std::make_shared<Record>()), target_(std::move(target)) {
    record_->has_target = target_ != nullptr;
    record_->is_under_construction = std::exchange(next_is_owned, false);
    record_->daemon = options.daemon.value_or(current_thread().record_->daemon);
    record_->name = std::move(options.name);
    const std::string target_name = target_ == nullptr ? "" : target_->name();
    {
        const Threads::Lock lock(threads.mutex);
        ++threads.counts.constructed;
        if (record_->name.empty()) {
            record_->name = "Thread-" + std::to_string(++threads.last_unnamed);
            if (!target_name.empty()) record_->name += " (" + target_name + ")";
        }
    }
    tell(heddle_thread_constructed, *this);
}

Thread::Thread(std::shared_ptr<Record> already_running) : record_(std::move(already_running)) {}

Thread::~Thread() {
    if (record_->origin == Origin::foreign) return;
    tell(heddle_thread_destroyed, *this);
    if (record_->is_settled) return;
    Threads::Lock lock(threads.mutex);
    const bool is_running = record_->state == State::running;
    std::thread ended = threads.take_system_thread(*this);
    lock.unlock();
    if (is_running) end_program(*this, record_->timed_out);
    if (ended.joinable()) ended.join();
}

void Thread::run() {
    const auto target = std::move(target_);
    if (target) {
        count_caller(*this);
        target->make();
    } else if (!record_->has_target && typeid(*this) != typeid(Thread)) {
        report_evidence("run-not-overridden",
                        name() + " ran heddle::Thread's own run(), which does nothing: its class " +
                            "has no `void run()` that overrides it");
    }
}

void Thread::start() {
    if (record_->is_under_construction) misuse_in_constructor(*this);
    const Threads::Lock lock(threads.mutex);
    if (record_->state != State::unstarted) {
        misuse("start-twice", "threads can only be started once: " + name());
    }
    // Each time anew, so that a static object is waited for before its destructor.
    std::atexit(Threads::wait_at_exit);
    record_->type_at_start = &typeid(*this);
    record_->ident = threads.last_ident + 1;
    tell(heddle_thread_started, *this);
    record_->system_thread = std::thread(&Thread::live, this);
    ++threads.last_ident;
    ++threads.counts.started;
    threads.add(*this);
}

void Thread::live() {
    Threads::set_current(*this);
    tell(heddle_thread_began, *this);
    if (record_->daemon && heddle_hook_daemon) heddle_hook_daemon();
    try {
        run_if_whole();
    } catch (const ThreadExit&) {
        // It asked to end.
    } catch (...) {
        report_uncaught(*this);
    }
    const Threads::Lock lock(threads.mutex);
    tell(heddle_thread_ended, *this);
    threads.end(*this);
}

// Unseen by ThreadSanitizer: of an object that another thread still builds, or already destroys, it
// would report the vtable pointer before this function can report the cause.
__attribute__((no_sanitize("thread"))) void Thread::run_if_whole() {
    if (typeid(*this) != *record_->type_at_start) {
        misuse_of_part(*this, typeid(*this), *record_->type_at_start);
    }
    run();
}

void Thread::join() {
    Thread& joiner = current_thread();
    Threads::Lock lock(threads.mutex);
    threads.check_join(*this, joiner);
    const std::type_info* at_start = record_->type_at_start;
    if (record_->state == State::running && at_start && typeid(*this) != *at_start) {
        misuse_of_part(*this, typeid(*this), *at_start);
    }
    threads.wait_for_end(*this, joiner, lock);
}

void Thread::join(std::chrono::milliseconds timeout) {
    const Thread& joiner = current_thread();
    const auto deadline = after(timeout);
    Threads::Lock lock(threads.mutex);
    threads.check_join(*this, joiner);
    ++record_->waiting;
    const bool has_ended = record_->ended.wait_until(
        lock, deadline, [this] { return record_->state == State::ended; });
    --record_->waiting;
    record_->timed_out = !has_ended;
    if (!has_ended) return;
    threads.count_awaited(*record_);
    std::thread system_thread = threads.take_system_thread(*this);
    lock.unlock();
    if (system_thread.joinable()) system_thread.join();
}

bool Thread::is_alive() const {
    const Threads::Lock lock(threads.mutex);
    record_->timed_out = false;
    threads.count_question(*this);
    if (record_->state == State::ended) threads.count_awaited(*record_);
    return record_->state == State::running;
}

bool Thread::daemon() const {
    const Threads::Lock lock(threads.mutex);
    return record_->daemon;
}

void Thread::set_daemon(bool daemon) {
    const Threads::Lock lock(threads.mutex);
    if (record_->state != State::unstarted) {
        misuse("daemon-late", "cannot set daemon status of active thread: " + name());
    }
    record_->daemon = daemon;
}

const std::string& Thread::name() const {
    return record_->name;
}

int Thread::ident() const {
    if (this == &current_thread()) return record_->ident;  // fixed since this thread began
    const Threads::Lock lock(threads.mutex);
    return record_->ident;
}

void Thread::construction_ended() {
    record_->is_under_construction = false;
}

bool Thread::may_be_destroyed() noexcept {
    Thread& owner = current_thread();
    Threads::Lock lock(threads.mutex);
    record_->is_settled = true;
    if (record_->state == State::unstarted) return true;
    if (record_->state == State::running && record_->daemon) {
        record_->system_thread.detach();
        record_->next_kept = std::exchange(threads.first_kept, this);
        return false;
    }
    threads.check_join(*this, owner);
    threads.wait_for_end(*this, owner, lock);
    return true;
}

detail::Construction::Construction() {
    next_is_owned = true;
}

detail::Construction::~Construction() {
    next_is_owned = false;
}

}  // namespace heddle
