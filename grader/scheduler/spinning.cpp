// Threads that run and get nowhere: they step back for the others, and where nobody gets anywhere
// time passes.
#include <algorithm>

#include "scheduler/engine.hpp"

namespace heddle::scheduler {
namespace {

constexpr Time polling_tick = 1'000'000;  // what a round of clock polling costs
constexpr std::uint32_t patience = 6;  // rounds of spinning before time passes; the library's own
                                       // spin before it sleeps (1 round, 4 yields) is shorter
constexpr std::uint32_t livelock_rounds = 100;
constexpr std::uint32_t fair_share = 201;  // steps in a row before others get a turn; odd, so that
                                           // it falls between a lock and its unlock too

// How often a thread may do this in vain before it steps back.
int idle_limit(Operation operation) {
    switch (operation) {
        case Operation::try_lock:
        case Operation::try_lock_shared: return 3;
        case Operation::clock: return 8;
        default: return 10;
    }
}

}  // namespace

// A loop that locks, looks and unlocks makes "progress" for ever: nobody may keep the baton so long
// while others could run. Where all others sleep, it takes ten times as long until time passes;
// plain accesses don't count there, or else long computations would make the clock run.
void Engine::insist_on_fairness(Operation operation) {
    const bool is_plain = operation == Operation::read || operation == Operation::write;
    actions_in_a_row_ += is_plain ? 0 : 1;
    plain_steps_ += is_plain ? 1 : 0;
    const bool is_long_loop = is_plain && makes_way_in_loops();
    if (++steps_in_a_row_ % fair_share != 0 && !is_long_loop) return;
    if (is_long_loop) let_all_look_again();
    running_state().has_stepped_back = true;
    if (!candidates().empty()) {
        record_->made_way = true;
        return;
    }
    running_state().has_stepped_back = false;
    if (actions_in_a_row_ < 10 * fair_share) return;
    actions_in_a_row_ = 0;
    record_->made_way = true;
    expire_next_timer();
}

// What the others wait for may have been written since: a plain write is announced to nobody.
void Engine::let_all_look_again() {
    for (std::uint32_t i = 0; i < thread_count_; ++i)
        threads_[i].has_stepped_back = false;
}

// Everyone who could run spins. After a few rounds without progress time passes; without a timer
// that could change anything it is a livelock.
bool Engine::let_spinners_go_on() {
    ++spin_rounds_;
    const bool polls_clock = std::any_of(
        threads_.begin(), threads_.begin() + thread_count_,
        [](const ThreadState& t) { return t.progress == Progress::runnable && t.polls_clock; });
    let_all_look_again();
    if (spin_rounds_ <= patience) return true;
    if (polls_clock) {
        pass_time_for_pollers();
        return true;
    }
    if (expire_next_timer()) return true;
    if (spin_rounds_ <= livelock_rounds) return true;
    record_->ending = Ending::livelock;
    return false;
}

void Engine::pass_time_for_pollers() {
    const Time until = record_->time + polling_tick;
    Time earliest = until;
    for (std::uint32_t i = 0; i < thread_count_; ++i) {
        if (threads_[i].has_timer()) earliest = std::min(earliest, threads_[i].deadline);
    }
    if (earliest < until) {
        expire_next_timer();
    } else {
        record_->polled += count_runnable() * (until - record_->time);
        record_->time = until;
    }
}

bool Engine::expire_next_timer() {
    ThreadId next = no_thread;
    for (std::uint32_t i = 0; i < thread_count_; ++i) {
        if (!threads_[i].has_timer()) continue;
        if (next == no_thread || threads_[i].deadline < threads_[next].deadline) {
            next = static_cast<ThreadId>(i);
        }
    }
    if (next == no_thread) return false;
    const Time before = record_->time;
    const Time pollers = count_runnable();
    expire(next);
    record_->polled += pollers * (record_->time - before);
    spin_rounds_ = 0;
    return true;
}

// Time moves on to this thread's deadline; everyone due by then wakes.
void Engine::expire(ThreadId thread) {
    // Whoever waited until now has let the others run.
    if (threads_[thread].deadline > record_->time) steps_in_a_row_ = actions_in_a_row_ = 0;
    record_->time = std::max(record_->time, threads_[thread].deadline);
    for (std::uint32_t i = 0; i < thread_count_; ++i) {
        ThreadState& sleeper = threads_[i];
        if (!sleeper.has_timer() || sleeper.deadline > record_->time) continue;
        sleeper.progress = Progress::runnable;
        sleeper.has_timed_out = true;
        sleeper.joins = no_thread;
        sleeper.deadline = 0;
    }
}

void Engine::made_progress() {
    running_state().idle_steps = 0;
    running_state().polls_clock = false;
    spin_rounds_ = 0;
    for (std::uint32_t i = 0; i < thread_count_; ++i)
        threads_[i].has_stepped_back = false;
}

void Engine::stepped_idly() {
    ThreadState& self = running_state();
    self.polls_clock |= self.operation == Operation::clock;
    if (++self.idle_steps < idle_limit(self.operation)) return;
    self.idle_steps = 0;
    self.has_stepped_back = record_->made_way = true;
    ++record_->idle_polls;
}

}  // namespace heddle::scheduler
