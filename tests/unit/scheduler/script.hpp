// Threads as lists of operations, run against the engine alone: no real thread,
// no system call. What the runtime does for pthreads, in forty lines.
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "scheduler/engine.hpp"

namespace heddle::scheduler {

struct Action {
    Operation operation;
    std::uint64_t object = 0;  // a lock's or a variable's number
    Time length = 0;           // of a sleep, or of work
    Place place = 0;           // in the code
};
using Script = std::vector<Action>;

// A record is 40 MB: it is used again, cleared as far as a schedule reads it before it writes.
class Records {
  public:
    static std::shared_ptr<Record> take() {
        auto& free = unused();
        if (free.empty()) free.push_back(std::make_unique<Record>());
        std::unique_ptr<Record> record = std::move(free.back());
        free.pop_back();
        static_cast<Summary&>(*record) = {};
        return {record.release(), [](Record* used) { unused().emplace_back(used); }};
    }

  private:
    static std::vector<std::unique_ptr<Record>>& unused() {
        static std::vector<std::unique_ptr<Record>> records;
        return records;
    }
};

// Runs one thread a script (thread 0 is the first) under `command`; replays `choices` if asked to.
class ScriptedRun {
  public:
    explicit ScriptedRun(std::vector<Script> scripts, const Command& command,
                         std::vector<Choice> choices = {})
        : scripts_(std::move(scripts)), at_(scripts_.size(), 0) {
        record_->command = command;
        record_->choice_count = static_cast<std::uint32_t>(choices.size());
        std::copy(choices.begin(), choices.end(), record_->choices.begin());
        engine_->begin_schedule(*record_);
        for (std::size_t i = 1; i < scripts_.size(); ++i)
            engine_->add_thread();
        run();
        engine_->leave_out_private_reads();
    }

    const Record& record() const { return *record_; }
    std::vector<ReadsFrom> reads_from() const {
        return {record_->reads_from.begin(),
                record_->reads_from.begin() + record_->reads_from_count};
    }
    std::vector<Choice> choices() const {
        return {record_->choices.begin(), record_->choices.begin() + record_->choice_count};
    }
    // The threads in the order in which their actions took effect.
    const std::vector<ThreadId>& order() const { return order_; }

  private:
    // Every thread first announces its next action and gives way; it acts when it is chosen again.
    void run() {
        std::vector<bool> has_announced(scripts_.size(), false);
        while (record_->ending == Ending::none) {
            const ThreadId self = engine_->running();
            if (at_[self] == scripts_[self].size()) {
                engine_->end_thread();
                if (++ended_ == scripts_.size()) {
                    record_->ending = Ending::completed;
                    return;
                }
            } else if (!has_announced[self]) {
                const Action& next = scripts_[self][at_[self]];
                engine_->announce(next.operation, next.object, next.place);
                has_announced[self] = true;
                if (engine_->has_limit_exceeded()) record_->ending = Ending::step_limit;
            } else if (act(self, scripts_[self][at_[self]])) {
                order_.push_back(self);
                has_announced[self] = false;
                ++at_[self];
                continue;
            }
            if (engine_->outgrown() != nullptr) record_->ending = Ending::unsupported;
            if (!engine_->choose()) {
                engine_->describe_blocked();
                return;
            }
        }
    }

    // True when the action is done; false when it has blocked.
    bool act(ThreadId self, const Action& action) {
        if (action.operation == Operation::lock) {
            if (engine_->owner_of(action.object) != no_thread) {
                engine_->block(0);
                return false;
            }
            engine_->acquired(action.object);
        } else if (action.operation == Operation::unlock) {
            engine_->released(action.object);
            engine_->wake(Operation::lock, action.object, UINT32_MAX);
        } else if (action.operation == Operation::sleep && !slept(self)) {
            engine_->block(engine_->now() + action.length);
            return false;
        } else if (action.operation == Operation::work && !slept(self)) {
            engine_->block(engine_->take_core(action.length) + action.length);
            return false;
        }
        const bool is_idle =
            action.operation == Operation::load || action.operation == Operation::clock;
        engine_->perform(is_idle ? Effect::idle : Effect::progress);
        return true;
    }

    // A sleeper is done when it runs again.
    bool slept(ThreadId self) {
        if (sleeping_.empty()) sleeping_.resize(scripts_.size());
        sleeping_[self] = !sleeping_[self];
        return !sleeping_[self];
    }

    std::vector<Script> scripts_;
    std::vector<std::size_t> at_;
    std::vector<bool> sleeping_;
    std::vector<ThreadId> order_;
    std::size_t ended_ = 0;
    std::shared_ptr<Record> record_ = Records::take();
    std::unique_ptr<Engine> engine_ = std::make_unique<Engine>();
};

}  // namespace heddle::scheduler
