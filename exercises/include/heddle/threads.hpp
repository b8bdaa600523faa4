// The list of all Threads, and what each of them remembers. Only thread.cpp and threads.cpp include
// this. One mutex guards everything here: a program starts and joins seldom, and finding a circle
// of joins needs to see all threads at one moment.
#pragma once

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <typeinfo>

#include "heddle/thread.hpp"

namespace heddle {

/// Guarded by the mutex of Threads, but for what is marked as fixed.
struct Thread::Record {
    enum class State { unstarted, running, ended };
    enum class Origin { started_here, main, foreign };

    std::string name;                               // fixed when constructed
    Origin origin = Origin::started_here;           // fixed when constructed
    bool has_target = false;                        // fixed when constructed
    bool is_under_construction = false;             // used by the constructing thread alone
    bool is_settled = false;                        // used by the destroying thread alone
    bool daemon = false;                            // fixed by start()
    int ident = 0;                                  // fixed by start()
    const std::type_info* type_at_start = nullptr;  // fixed by start()
    State state = State::unstarted;
    bool timed_out = false;   // join(timeout) gave up, and nobody has asked is_alive() since
    bool is_awaited = false;  // somebody waits for the end, or has learnt of it
    int waits_for = 0;        // ident of the thread whose end this one waits for
    int waiting = 0;          // how many threads wait for `ended`
    std::optional<std::chrono::milliseconds> asked_at;  // when is_alive() was called last
    std::condition_variable ended;
    std::thread system_thread;  // joinable until someone has taken it to join it
    Thread* next = nullptr;
    Thread* next_kept = nullptr;
};

struct Threads {
    using Lock = std::unique_lock<std::mutex>;
    using Record = Thread::Record;

    static constexpr int main_ident = 1;

    std::mutex mutex;
    Thread* first = nullptr;       // alive, or ended and not joined; by their idents
    Thread* first_kept = nullptr;  // daemons that outlived their owners
    Thread* main = nullptr;
    ExceptHook* hook = nullptr;
    int last_ident = main_ident;
    int last_unnamed = 0;
    int last_foreign = 0;
    detail::ThreadCounts counts;

    // Each of these is called with the mutex held.
    void add(Thread& thread);
    void remove(Thread& thread);
    void end(Thread& thread);
    std::thread take_system_thread(Thread& thread);  // to join it; empty: another has taken it
    Thread* find_alive(int ident) const;             // else null
    void check_join(const Thread& thread, const Thread& joiner) const;
    std::string circle(const Thread& joiner, const Thread& target) const;  // empty: there is none
    void count_question(const Thread& thread);
    void count_awaited(Record& record);
    void wait_for_end(Thread& thread, Thread& joiner, Lock& lock);  // unlocks

    static Record& record_of(const Thread& thread) { return *thread.record_; }
    static void set_current(Thread& thread);
    static Thread* make_main();
    static Thread& adopt_current();
    static void wait_at_exit();
};

/// Never destroyed, since daemons may still use it while the program exits.
extern Threads threads;

/// Reports `id` to the grader and throws `message`.
[[noreturn]] void misuse(const char* id, const std::string& message);
void report_evidence(const char* id, const std::string& message);

/// Hands the exception in flight to the excepthook.
void report_uncaught(const Thread& thread) noexcept;

}  // namespace heddle
