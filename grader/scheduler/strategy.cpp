#include "scheduler/strategy.hpp"

#include <algorithm>
#include <new>

#include "scheduler/exhaustive.hpp"
#include "scheduler/partial_order.hpp"
#include "scheduler/random.hpp"

namespace heddle::scheduler {
namespace {

// Stays with the running thread as long as it can; then the oldest. No preemption at all.
class InOrder : public Strategy {
  public:
    void new_schedule(const Command&) override {}
    ThreadId next_thread(const Situation& now) override {
        return contains(now.runnable, now.running) ? now.running : now.runnable.front();
    }
};

// The one in line after this thread.
ThreadId next_in_line(std::span<const ThreadId> runnable, ThreadId after) {
    const auto next = std::upper_bound(runnable.begin(), runnable.end(), after);
    return next == runnable.end() ? runnable.front() : *next;
}

// Every step hands over to the next thread in line.
class RoundRobin : public Strategy {
  public:
    void new_schedule(const Command&) override {}
    ThreadId next_thread(const Situation& now) override {
        return next_in_line(now.runnable, now.running);
    }
};

// The same among the others, once the first thread, which as a rule starts them, has to wait: so
// they begin together, and what is symmetric meets half-way. Then on in order: threads that give
// way to each other in step, as std::scoped_lock lets them, would do so for ever, and are not to
// blame for it.
class Together : public Strategy {
  public:
    void new_schedule(const Command&) override {}
    ThreadId next_thread(const Situation& now) override {
        if (now.step > most_steps_) return in_order_.next_thread(now);
        return now.runnable.front() == 0 ? ThreadId{0} : next_in_line(now.runnable, now.running);
    }

  private:
    static constexpr std::uint32_t most_steps_ = 300;
    InOrder in_order_;
};

// Delay bounding (Emmi, Qadeer & Rakamarić, POPL 2011, section 3): in order, but for `depth` steps
// drawn from the expected length k, at which the thread whose turn it is has to wait once.
class DelayBounded : public Strategy {
  public:
    void new_schedule(const Command& command) override {
        Random random(command.seed);
        delay_count_ = std::min<std::size_t>(command.depth, delays_.size());
        for (std::size_t i = 0; i < delay_count_; ++i)
            delays_[i] = 1 + static_cast<std::uint32_t>(random.below(std::max(command.length, 1U)));
        last_step_ = 0;
    }
    ThreadId next_thread(const Situation& now) override {
        const auto end = delays_.begin() + delay_count_;
        const bool delays = std::any_of(delays_.begin(), end, [&](std::uint32_t at) {
            return at > last_step_ && at <= now.step;
        });
        last_step_ = now.step;
        const ThreadId turn = in_order_.next_thread(now);
        return delays ? next_in_line(now.runnable, turn) : turn;
    }

  private:
    std::array<std::uint32_t, 15> delays_ = {};
    std::size_t delay_count_ = 0;
    std::uint32_t last_step_ = 0;
    InOrder in_order_;
};

// Uniform among those that can run, or staying with the running thread most of the time.
class RandomWalk : public Strategy {
  public:
    void new_schedule(const Command& command) override {
        random_ = Random(command.seed);
        switch_one_in_ = command.switch_one_in;
    }
    ThreadId next_thread(const Situation& now) override {
        const bool stays = switch_one_in_ != 0 && contains(now.runnable, now.running) &&
                           random_.below(switch_one_in_) != 0;
        return stays ? now.running : now.runnable[random_.below(now.runnable.size())];
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
    ThreadId next_thread(const Situation& now) override {
        lower_priority_of(now.running, now.step);
        return *std::max_element(
            now.runnable.begin(), now.runnable.end(),
            [&](ThreadId a, ThreadId b) { return priorities_[a] < priorities_[b]; });
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

// Follows recorded choices, then goes on in order. A choice that doesn't fit ends a replay; for
// schedules that were put together from others (`guide`) it is passed over.
class Follow : public Strategy {
  public:
    void follow(std::span<const Choice> choices) { choices_ = choices; }
    void new_schedule(const Command& command) override {
        next_ = 0;
        passes_over_ = command.strategy == StrategyKind::guide;
    }
    ThreadId next_thread(const Situation& now) override {
        while (next_ < choices_.size()) {
            const ThreadId chosen = choices_[next_++].thread;
            if (contains(now.runnable, chosen)) return chosen;
            if (!passes_over_) return no_thread;
        }
        return in_order_.next_thread(now);
    }

  private:
    std::span<const Choice> choices_;
    std::size_t next_ = 0;
    bool passes_over_ = false;
    InOrder in_order_;
};

template <class Kind>
Kind& make(StrategyStorage& storage) {
    static_assert(sizeof(Kind) <= sizeof storage.bytes);
    return *new (storage.bytes.data()) Kind;
}

}  // namespace

Strategy& strategy_for(const Command& command, std::span<const Choice> choices,
                       StrategyStorage& storage) {
    switch (command.strategy) {
        case StrategyKind::in_order: return make<InOrder>(storage);
        case StrategyKind::round_robin: return make<RoundRobin>(storage);
        case StrategyKind::together: return make<Together>(storage);
        case StrategyKind::delay_bounded: return make<DelayBounded>(storage);
        case StrategyKind::random_walk: return make<RandomWalk>(storage);
        case StrategyKind::pct: return make<Pct>(storage);
        case StrategyKind::partial_order: return make<PartialOrder>(storage);
        case StrategyKind::reads_from: return make<GuidedByReads>(storage);
        case StrategyKind::exhaustive: {
            auto& exhaustive = make<Exhaustive>(storage);
            exhaustive.follow(choices);
            return exhaustive;
        }
        case StrategyKind::replay:
        case StrategyKind::guide: break;
    }
    auto& recorded = make<Follow>(storage);
    recorded.follow(choices);
    return recorded;
}

}  // namespace heddle::scheduler
