// The scheduler: one thread runs at a time, and at each of its operations the
// engine decides who goes on. It knows threads, what each waits for, virtual
// time and who spins; it makes no system call, allocates nothing and knows no
// pthread. The runtime parks and releases the real threads as it says.
//
// Not thread-safe on purpose: only the thread that holds the baton may call.
#pragma once

#include <span>

#include "scheduler/cores.hpp"
#include "scheduler/line_model.hpp"
#include "scheduler/objects.hpp"
#include "scheduler/random.hpp"
#include "scheduler/record.hpp"
#include "scheduler/strategy.hpp"
#include "scheduler/thread_state.hpp"

namespace heddle::scheduler {

// What an operation did for the others: `idle` operations (a load, a failed try) may be repeated
// for ever without changing anything.
enum class Effect : std::uint8_t { progress, idle };

class Engine {
  public:
    // Begins the schedule that record.command describes; thread 0 runs. `record` outlives it. Once
    // in an engine's life: a schedule is a process.
    void begin_schedule(Record& record);

    // A new runnable thread, created by the running one; no_thread when there are too many.
    ThreadId add_thread();

    // The running thread is about to do this: counts a step and updates the spin rule. `place` is
    // where in the code, if follows_reads().
    void announce(Operation operation, std::uint64_t address, Place place = 0);

    // The running thread's operation has turned into this one (a woken waiter now takes its mutex).
    void turn_into(Operation operation, std::uint64_t address);

    // Chooses who runs now and makes it the running thread. Nothing when no thread can ever run
    // again: then record.ending says why.
    bool choose();

    // Writes the running thread's operation into the record, with its effect. Returns the recorded
    // step for details, or null when steps aren't kept.
    Step* perform(Effect effect, StepResult result = StepResult::done);

    // Blocks the running thread in its announced operation; `deadline` 0 means for ever. The caller
    // then calls choose().
    void block(Time deadline);
    void block_in_join(ThreadId target, Time deadline);

    // Makes blocked threads runnable: those blocked in `operation` on `address`, at most `count`,
    // in the order in which they blocked. Returns how many.
    std::uint32_t wake(Operation operation, std::uint64_t address, std::uint32_t count);
    void wake_thread(ThreadId blocked);
    void wake_joiners(ThreadId ended);

    // How many threads are blocked in `operation` on `address`.
    std::uint32_t waiting(Operation operation, std::uint64_t address) const;

    // The running thread has ended. The caller then calls choose().
    void end_thread() { end(running_); }
    // So has this one: its process is gone.
    void end(ThreadId thread);

    void acquired(std::uint64_t lock);
    // Who holds the lock at this address; no_thread when nobody does.
    ThreadId owner_of(std::uint64_t lock);
    void released(std::uint64_t lock) { running_state().release(objects_.id_of(lock)); }

    // A plain access by the running thread; true when it is to be a scheduling point.
    bool counts_as_point();

    // Whether the strategy wants to know which write each read sees.
    bool follows_reads() const { return record_->command.strategy == StrategyKind::reads_from; }

    // The running thread reads or writes plain memory now; heard where that is a scheduling point.
    void accessed(Operation operation, std::uint64_t address, Place place);

    // The running thread is to compute for `length`: keeps a core for it and returns when it
    // begins, which is later than now() where all are busy. The caller blocks until then, and until
    // it is done.
    Time take_core(Time length);

    // How long cores have been busy so far, summed over them.
    Time core_time() const { return cores_.busy_until(now()); }

    // Whether the command asks where the lines of memory are.
    bool follows_lines() const { return record_->command.machine.line_bytes != 0; }

    // The running thread touches memory: its core gets the lines. Ask follows_lines() first.
    void touched(Operation operation, std::uint64_t address, std::uint64_t size);

    // A signal or notify on `address` by the running thread found `woken` waiters.
    void signalled(std::uint64_t address, std::uint32_t woken);

    // The rest of the threads may not be able to run: fills record.blocked and marks the cycle.
    void describe_blocked();

    // Of the reads in the record only those stay of which another schedule might make others: where
    // several threads have used the address. At the end of the schedule.
    void leave_out_private_reads();

    // Keeps a step without counting it or choosing: something the running thread did on its way.
    Step* note(Operation operation, std::uint64_t address);

    // Steps are no longer kept from here on.
    void close_record() { is_record_closed_ = true; }

    // Keeps the announced operation as one that has to wait.
    void note_wait();

    bool has_limit_exceeded() const;

    // What the program has more of than the engine can follow, in words; null as long as all fits.
    const char* outgrown() const;
    // Something looks at all threads at once.
    void look_around() { record_->took_census |= alive() != 0; }

    ThreadId running() const { return running_; }
    Time now() const { return record_->time; }
    ThreadState& state(ThreadId thread) { return threads_[thread]; }
    ThreadState& running_state() { return threads_[running_]; }
    std::uint32_t thread_count() const { return thread_count_; }
    void joined(ThreadId thread) { threads_[thread].is_joined = true; }
    // Threads other than 0 that have not ended and are not daemons.
    std::uint32_t alive() const;
    ObjectId object_at(std::uint64_t address) { return objects_.id_of(address); }

  private:
    struct Signals {
        std::uint32_t all = 0;
        std::uint32_t lost = 0;
    };

    bool makes_way_in_loops() const;
    std::span<const ThreadId> candidates();
    bool anyone_runnable() const;
    Time count_runnable() const;
    std::uint32_t unjoined() const;
    bool find_someone();
    ThreadId first_waiting(Operation operation, std::uint64_t address) const;
    void wake_heirs_of(const ThreadState& dead);
    void let_all_look_again();
    bool let_spinners_go_on();
    bool expire_next_timer();
    void pass_time_for_pollers();
    void insist_on_fairness(Operation operation);
    void expire(ThreadId thread);
    ThreadId decide(std::span<const ThreadId> runnable);
    void keep_pending(std::span<const ThreadId> runnable);
    void record_choice(ThreadId chosen);
    void made_progress();
    void stepped_idly();
    void follow(const ThreadState& self, StepResult result);
    void has_written(std::uint64_t address, Place place);
    void has_read(std::uint64_t address, Place place);
    void keep(const ReadsFrom& seen);
    void came(std::uint64_t line, Traffic traffic);
    LineUse* use_of(std::uint64_t line);
    std::uint32_t core_of_running() const;
    ThreadId holder_of(const ThreadState& waiting) const;
    ThreadId holder_of(ObjectId lock) const;
    std::uint16_t fingerprint_of(ThreadId thread) const;

    // What every schedule touches stands together: each page of memory costs.
    Record* record_ = nullptr;
    Strategy* strategy_ = nullptr;
    Random memory_random_;
    std::uint64_t until_memory_point_ = 0;
    std::uint64_t block_order_ = 0;
    std::uint32_t thread_count_ = 0;
    std::uint32_t replayed_ = 0;  // choices given by a replay
    std::uint32_t spin_rounds_ = 0;
    std::uint32_t plain_steps_ = 0;       // plain accesses that were scheduling points
    std::uint32_t steps_in_a_row_ = 0;    // of the running thread
    std::uint32_t actions_in_a_row_ = 0;  // the same without plain accesses
    ThreadId running_ = 0;
    bool is_record_closed_ = false;
    bool has_too_many_locks_ = false;
    bool has_too_many_choices_ = false;
    bool has_made_room_ = false;  // among the reads in the record
    std::array<ThreadId, max_threads> candidates_ = {};
    std::array<std::uint64_t, max_threads> blocked_since_ = {};
    Cores cores_;
    StrategyStorage strategy_storage_;
    std::array<ThreadState, max_threads> threads_ = {};
    std::array<Signals, Objects::capacity> signals_ = {};  // by object
    Objects objects_;
    LastWrites last_writes_;
    Sharing sharing_;
    std::array<std::uint16_t, 2 * max_lines> line_slots_ = {};  // which of record_->lines; 0: free
    LineModel lines_;
};

}  // namespace heddle::scheduler
