#include "scheduler/strategy.hpp"

#include <algorithm>

#include "scheduler/random.hpp"

namespace heddle::scheduler {
namespace {

bool contains(std::span<const ThreadId> threads, ThreadId thread) {
    return std::find(threads.begin(), threads.end(), thread) != threads.end();
}

// Stays with the running thread as long as it can; then the oldest. No preemption at all.
class InOrder : public Strategy {
  public:
    void new_schedule(const Command&) override {}
    ThreadId next_thread(std::span<const ThreadId> runnable, ThreadId running,
                         std::uint32_t) override {
        return contains(runnable, running) ? running : runnable.front();
    }
};

// Every step hands over to the next thread in line.
class RoundRobin : public Strategy {
  public:
    void new_schedule(const Command&) override {}
    ThreadId next_thread(std::span<const ThreadId> runnable, ThreadId running,
                         std::uint32_t) override {
        const auto next = std::upper_bound(runnable.begin(), runnable.end(), running);
        return next == runnable.end() ? runnable.front() : *next;
    }
};

// Uniform among those that can run, or staying with the running thread most of the time.
class RandomWalk : public Strategy {
  public:
    void new_schedule(const Command& command) override {
        random_ = Random(command.seed);
        switch_one_in_ = command.switch_one_in;
    }
    ThreadId next_thread(std::span<const ThreadId> runnable, ThreadId running,
                         std::uint32_t) override {
        const bool stays = switch_one_in_ != 0 && contains(runnable, running) &&
                           random_.below(switch_one_in_) != 0;
        return stays ? running : runnable[random_.below(runnable.size())];
    }

  private:
    Random random_;
    std::uint32_t switch_one_in_ = 0;
};

// Probabilistic concurrency testing (Burckhardt et al., ASPLOS 2010, section 3): random priorities,
// lowered at d-1 steps drawn from the expected length k. A bug that needs d ordering constraints
// among n threads is found with probability at least 1/(n k^(d-1)).
class Pct : public Strategy {
  public:
    void new_schedule(const Command& command) override {
        random_ = Random(command.seed);
        const std::uint32_t depth = std::max(command.depth, 1U);
        change_count_ = std::min<std::size_t>(depth - 1, changes_.size());
        const std::uint32_t length = std::max(command.length, 1U);
        for (std::size_t i = 0; i < change_count_; ++i) {
            changes_[i] = 1 + static_cast<std::uint32_t>(random_.below(length));
        }
        last_step_ = 0;
    }
    void new_thread(ThreadId thread) override { priorities_[thread] = high_ | random_.next(); }
    ThreadId next_thread(std::span<const ThreadId> runnable, ThreadId running,
                         std::uint32_t step) override {
        lower_priority_of(running, step);
        return *std::max_element(runnable.begin(), runnable.end(), [&](ThreadId a, ThreadId b) {
            return priorities_[a] < priorities_[b];
        });
    }

  private:
    void lower_priority_of(ThreadId running, std::uint32_t step) {
        for (std::size_t i = 0; i < change_count_; ++i) {
            if (changes_[i] > last_step_ && changes_[i] <= step)
                priorities_[running] = change_count_ - i;
        }
        last_step_ = step;
    }

    static constexpr std::uint64_t high_ = std::uint64_t{1} << 63U;
    Random random_;
    std::array<std::uint64_t, max_threads> priorities_ = {};
    std::array<std::uint32_t, 15> changes_ = {};
    std::size_t change_count_ = 0;
    std::uint32_t last_step_ = 0;
};

// Follows recorded choices, then goes on in order. Says no_thread when a choice doesn't fit.
class Replay : public Strategy {
  public:
    void follow(std::span<const Choice> choices) { choices_ = choices; }
    void new_schedule(const Command&) override { next_ = 0; }
    ThreadId next_thread(std::span<const ThreadId> runnable, ThreadId running,
                         std::uint32_t step) override {
        if (next_ == choices_.size()) return in_order_.next_thread(runnable, running, step);
        const ThreadId chosen = choices_[next_++].thread;
        return contains(runnable, chosen) ? chosen : no_thread;
    }

  private:
    std::span<const Choice> choices_;
    std::size_t next_ = 0;
    InOrder in_order_;
};

// The same, passing over the choices that don't fit: for schedules that were put together from
// others.
class Guide : public Strategy {
  public:
    void follow(std::span<const Choice> choices) { choices_ = choices; }
    void new_schedule(const Command&) override { next_ = 0; }
    ThreadId next_thread(std::span<const ThreadId> runnable, ThreadId running,
                         std::uint32_t step) override {
        while (next_ < choices_.size()) {
            const ThreadId chosen = choices_[next_++].thread;
            if (contains(runnable, chosen)) return chosen;
        }
        return in_order_.next_thread(runnable, running, step);
    }

  private:
    std::span<const Choice> choices_;
    std::size_t next_ = 0;
    InOrder in_order_;
};

}  // namespace

Strategy& strategy_for(const Command& command, std::span<const Choice> choices) {
    static constinit InOrder in_order;
    static constinit RoundRobin round_robin;
    static constinit RandomWalk random_walk;
    static constinit Pct pct;
    static constinit Replay replay;
    static constinit Guide guide;
    switch (command.strategy) {
        case StrategyKind::in_order: return in_order;
        case StrategyKind::round_robin: return round_robin;
        case StrategyKind::random_walk: return random_walk;
        case StrategyKind::pct: return pct;
        case StrategyKind::guide: guide.follow(choices); return guide;
        case StrategyKind::replay: break;
    }
    replay.follow(choices);
    return replay;
}

}  // namespace heddle::scheduler
