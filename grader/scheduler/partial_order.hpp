// Strategies that look at what the threads are about to do: operations on
// different objects, and reads of the same, may come in any order; only the
// order of those in conflict is worth choosing.
#pragma once

#include "scheduler/random.hpp"
#include "scheduler/strategy.hpp"

namespace heddle::scheduler {

// Partial order sampling (Yuan, Yang & Gu, CAV 2018, section 4): each operation draws a priority
// once, the highest runs, and those in conflict with it draw again. So each order of conflicting
// operations comes with a fair share, however many others lie between them, up to some hundreds:
// then all draw again, lest a loop that waits starves whom it waits for. Where the command has
// `switch_one_in`, the running thread mostly goes on instead.
class PartialOrder : public Strategy {
  public:
    void new_schedule(const Command& command) override;
    ThreadId next_thread(const Situation& now) override;

  protected:
    // The highest of `threads`, which aren't empty.
    ThreadId choose(std::span<const ThreadId> threads, const Situation& now);

  private:
    void draw_for(ThreadId thread) { priorities_[thread] = random_.next(); }
    bool stays(ThreadId running, std::span<const ThreadId> threads);

    Random random_;
    std::uint32_t switch_one_in_ = 0;
    std::uint32_t decisions_ = 0;
    std::array<std::uint64_t, max_threads> priorities_ = {};  // 0: none drawn
};

// The same, but for reads that are to see certain writes (Wolff et al., ASPLOS 2024, section 4): a
// read waits until its write has come, and then other writes wait for the read. Where everybody
// would have to wait nobody does: what is wanted can be impossible. So it is given up, too, when
// somebody has had to wait at very many decisions: for two others, say, that spin until he goes on.
class GuidedByReads : public PartialOrder {
  public:
    void new_schedule(const Command& command) override;
    ThreadId next_thread(const Situation& now) override;
    void has_read(const ReadsFrom& seen) override;

  private:
    bool spoils(const ThreadState& thread, const LastWrites& writes) const;

    std::array<ReadsFrom, max_wanted> wanted_ = {};
    std::size_t wanted_count_ = 0;
    std::uint32_t refusals_ = 0;  // decisions at which somebody had to wait
    std::array<ThreadId, max_threads> patient_ = {};
};

}  // namespace heddle::scheduler
