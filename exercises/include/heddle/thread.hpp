// heddle::Thread is the lecture's Thread, Python's threading.Thread, in C++20: derive from it and
// override run(), or give it a function; start() runs that on a thread of its own, join() waits for
// its end. Everything here may be called from any thread. Misuse throws std::logic_error.
#pragma once

#include <chrono>
#include <concepts>
#include <exception>
#include <functional>
#include <memory>
#include <new>
#include <optional>
#include <string>
#include <tuple>
#include <type_traits>
#include <typeinfo>
#include <utility>
#include <vector>

namespace heddle {

/// Thread({.name = "ticker", .daemon = true}, function, arguments…)
struct ThreadOptions {
    std::string name = {};            // empty: "Thread-1", "Thread-2", …
    std::optional<bool> daemon = {};  // nothing: as the thread that creates it
};

/// Throw it from run() to end the thread without a message.
struct ThreadExit {};

class Thread;

namespace detail {
template <class Derived>
class Owned;

/// A target with its arguments. (std::function would copy them, and not all can be copied.)
class Call {
  public:
    virtual ~Call() = default;
    virtual void make() = 0;               // once
    virtual std::string name() const = 0;  // the target's, where it has one
};
}  // namespace detail

class Thread {
  public:
    /// A thread whose work is the run() of a derived class.
    explicit Thread(ThreadOptions options = {});

    /// A thread whose work is target(arguments…). It keeps copies of them all; to share a variable
    /// instead write std::ref(variable), and see to it that the variable lives long enough.
    template <class Target, class... Args>
    requires(
        !std::derived_from<std::remove_cvref_t<Target>, Thread> &&
        !std::same_as<std::remove_cvref_t<Target>, ThreadOptions>) explicit Thread(Target&& target,
                                                                                   Args&&... args)
        : Thread(bind(std::forward<Target>(target), std::forward<Args>(args)...)) {}

    template <class Target, class... Args>
    Thread(ThreadOptions options, Target&& target, Args&&... args)
        : Thread(std::move(options),
                 bind(std::forward<Target>(target), std::forward<Args>(args)...)) {}

    /// The thread must have ended, or never have begun: ending the program is all that is left when
    /// run() still works on an object that is being destroyed. Join first, or use make_thread.
    virtual ~Thread();

    Thread(const Thread&) = delete;
    Thread& operator=(const Thread&) = delete;

    /// What the thread does. start() calls it on the new thread; to call it yourself is an ordinary
    /// function call. Unless overridden it calls the target, the first time only.
    virtual void run();

    /// Begins the thread, once in the life of an object. On return the thread is alive.
    void start();

    /// Waits until the thread has ended. It may be called again, and from several threads.
    void join();

    /// Waits for at most `timeout`. Whether the thread has ended, is_alive() tells.
    void join(std::chrono::milliseconds timeout);

    /// True from start() until run() has ended.
    bool is_alive() const;

    /// A program doesn't wait for its daemons: they are abandoned where they stand when it ends.
    bool daemon() const;

    /// Only before start().
    void set_daemon(bool daemon);

    const std::string& name() const;

    /// A number no other thread has or had: 1 is the main thread, 0 a thread that never started.
    int ident() const;

  private:
    struct Record;
    friend struct Threads;  // the list of them all, in thread.cpp
    template <class Derived>
    friend class detail::Owned;

    template <class Target, class... Args>
    static std::unique_ptr<detail::Call> bind(Target&& target, Args&&... args);

    explicit Thread(std::unique_ptr<detail::Call> target);
    Thread(ThreadOptions options, std::unique_ptr<detail::Call> target);
    explicit Thread(std::shared_ptr<Record> already_running);

    void live();
    void run_if_whole();
    void construction_ended();
    bool may_be_destroyed() noexcept;

    std::shared_ptr<Record> record_;
    std::unique_ptr<detail::Call> target_;  // for run() alone
};

/// The thread this is called on; one that isn't a heddle::Thread gets an object named "Dummy-…".
Thread& current_thread();

/// The thread that main() runs on.
Thread& main_thread();

/// All threads alive, the main thread and daemons among them, in the order in which they began.
/// A pointer is good for as long as that thread's object is.
std::vector<Thread*> enumerate();

/// Called, on the thread that is about to end, with an exception that left run().
using ExceptHook = std::function<void(const Thread&, std::exception_ptr)>;

/// Installs `hook` and returns the one before it. The first prints "Exception in thread NAME: …".
ExceptHook set_excepthook(ExceptHook hook);

/// The safe way to own a Thread: the unique_ptr's end waits for the thread before any member of
/// Derived is destroyed. A daemon that still runs is not waited for; its object is then kept for
/// ever. Converts to std::unique_ptr<Thread>. Derived must not be final.
template <std::derived_from<Thread> Derived = Thread, class... Args>
std::unique_ptr<Derived> make_thread(Args&&... args);

}  // namespace heddle

#include "heddle/thread_detail.hpp"
