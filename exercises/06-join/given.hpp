// The threads that the tests of exercise 06 hand to start_and_wait, and what became of them. All of
// them wait for a device, so whatever sleeps here is the submission's.
#pragma once

#include <algorithm>
#include <functional>
#include <optional>
#include <string>

#include "heddle/test.hpp"
#include "port.hpp"

namespace heddle::given {

using Threads = std::vector<std::unique_ptr<Thread>>;
using Indices = std::vector<std::size_t>;

/// What one of the threads does: it takes this long, and then perhaps something goes wrong.
struct Plan {
    Ticks length;
    std::function<void(const Threads& all)> then = {};
    int pieces = 1;  // how often it goes to its device meanwhile
};

/// A thread that does as planned, and remembers when.
class Given : public Thread {
  public:
    Given(std::size_t index, Plan plan, const Threads& all)
        : Thread({.name = "thread " + std::to_string(index)}), plan_(std::move(plan)), all_(all) {}

    void run() override {
        has_run_ = true;
        const AtEnd note_the_end{ended_};
        began_ = now();
        for (int piece = 0; piece < plan_.pieces; ++piece)
            io(plan_.length / plan_.pieces);
        const detail::ExpectedMisuse on_purpose;
        if (plan_.then) plan_.then(all_);
    }

    // Only after its end, or where it wasn't started.
    bool has_run() const { return has_run_; }
    Ticks began() const { return began_; }
    Ticks ended() const { return ended_; }

  private:
    struct AtEnd {
        Ticks& ended;
        ~AtEnd() { ended = now(); }
    };

    const Plan plan_;
    const Threads& all_;
    bool has_run_ = false;
    Ticks began_{0};
    Ticks ended_{0};
};

/// What became of one thread, on a clock that begins with the call of start_and_wait.
struct Fate {
    bool is_started = false;
    bool has_run = false;
    bool is_alive = false;  // when the call returned
    Ticks began{0};
    Ticks ended{0};
    std::optional<Ticks> asked;  // when is_alive() was called last
};

/// One call of start_and_wait.
struct Call {
    Ticks budget{0};
    Ticks took{0};
    Indices ended;  // what it returned, sorted
    Indices alive;
    std::vector<Fate> threads = {};
    Ticks slept{0};            // by the submission
    int asked_in_vain = 0;     // is_alive(), again and again
    int idle_polls = 0;        // anything else, again and again
    int own_threads_left = 0;  // of the submission's, still alive
};

inline Fate fate_of(const Thread& thread, Ticks start) {
    const auto asked = detail::last_asked(thread);
    Fate fate;
    if (asked) fate.asked = *asked - start;
    fate.is_started = thread.ident() != 0;
    fate.is_alive = thread.is_alive();
    return fate;
}

/// Threads of the submission's own that go on; whoever is about to end gets the time to do so.
inline int count_own_threads(const Threads& given) {
    const auto others = [&] {
        const auto is_alive = [](const auto& thread) { return thread->is_alive(); };
        return test::census().alive - static_cast<int>(std::ranges::count_if(given, is_alive));
    };
    if (others() > 0) sleep(Ticks(1));
    return std::max(0, others());
}

/// Until its end; what it remembers can be read then.
inline void wait_for(Thread& thread, Fate& fate, Ticks start) {
    if (fate.is_started) thread.join();
    const auto& given = static_cast<const Given&>(thread);
    fate.has_run = given.has_run();
    fate.began = given.began() - start;
    fate.ended = given.ended() - start;
}

inline void expect_all_there(const Threads& threads) {
    const auto gone = std::ranges::find(threads, nullptr, &Threads::value_type::get);
    if (gone == threads.end()) return;
    test::evidence("not-owned", "thread " + std::to_string(gone - threads.begin()) +
                                    " was destroyed, and belongs to the caller");
}

/// Makes threads as planned, calls start_and_wait, and when it has returned waits for the rest.
inline Call call(const std::vector<Plan>& plans, Ticks budget) {
    Threads threads;
    for (std::size_t i = 0; i < plans.size(); ++i)
        threads.push_back(make_thread<Given>(i, plans[i], threads));

    const Ticks slept_before = test::usage(heddle_charge_sleep).total;
    const Ticks start = now();
    Waited waited = port::start_and_wait(threads, budget);
    Call made{budget, now() - start, std::move(waited.ended), std::move(waited.alive)};
    expect_all_there(threads);
    made.slept = test::usage(heddle_charge_sleep).total - slept_before;
    made.asked_in_vain = detail::thread_counts().asked_in_vain;
    made.idle_polls = test::census().idle_polls;
    for (const auto& thread : threads)
        made.threads.push_back(fate_of(*thread, start));
    made.own_threads_left = count_own_threads(threads);

    for (std::size_t i = 0; i < threads.size(); ++i)
        wait_for(*threads[i], made.threads[i], start);
    std::ranges::sort(made.ended);
    std::ranges::sort(made.alive);
    return made;
}

}  // namespace heddle::given
