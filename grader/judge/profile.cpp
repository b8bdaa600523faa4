#include "judge/profile.hpp"

#include <algorithm>
#include <map>

#include "judge/outcome.hpp"

namespace heddle::judge {
namespace {

using explore::Observation;
using explore::ObservedStep;
using model::TimeSpent;
using scheduler::Operation;
using scheduler::Step;
using scheduler::StepResult;
using scheduler::ThreadId;
using std::chrono::nanoseconds;

// Which part of a thread's time a gap after this step belongs to; null for the wait at the very end
// of a case, which is the tests' own.
nanoseconds* part_of(TimeSpent& time, const Step& before) {
    if (before.result != StepResult::waits) return &time.polling;
    switch (before.operation) {
        case Operation::core: return &time.core_wait;
        case Operation::work: return &time.compute;
        case Operation::io: return &time.io_wait;
        case Operation::sleep: return &time.sleep;
        case Operation::lock:
        case Operation::lock_shared: return &time.lock_wait;
        case Operation::finish: return nullptr;
        default: return &time.thread_wait;
    }
}

bool takes_a_lock(const Step& step) {
    const bool is_a_lock =
        step.operation == Operation::lock || step.operation == Operation::try_lock ||
        step.operation == Operation::lock_shared || step.operation == Operation::try_lock_shared;
    return is_a_lock && step.result == StepResult::done;
}

bool waits_for_a_lock(const Step& step) {
    const bool is_a_lock =
        step.operation == Operation::lock || step.operation == Operation::lock_shared;
    return is_a_lock && step.result == StepResult::waits;
}

// One pass over the steps, in their order.
class Pass {
  public:
    explicit Pass(const Observation& observation) : last_(observation.threads.size()) {
        for (const std::string& name : observation.threads)
            profile_.threads.push_back({name, {}});
    }

    void take(const ObservedStep& step) {
        const ThreadId thread = step.raw.thread;
        count_gap(thread, step.raw.time);
        if (takes_a_lock(step.raw)) ++lock_of(step).taken;
        last_[thread] = step;
        // A thread's time begins when it is created, though its first step may come later.
        if (step.raw.operation == Operation::create && step.raw.value < last_.size()) {
            last_[step.raw.value].raw.time = step.raw.time;
        }
    }

    model::Profile finish() && {
        for (const auto& [object, lock] : locks_)
            profile_.locks.push_back(lock);
        std::ranges::stable_sort(profile_.locks, [](const auto& a, const auto& b) {
            return std::pair(a.waited, a.taken) > std::pair(b.waited, b.taken);
        });
        return std::move(profile_);
    }

  private:
    void count_gap(ThreadId thread, scheduler::Time now) {
        const ObservedStep& before = last_[thread];
        const nanoseconds gap(now - before.raw.time);
        nanoseconds* const part = part_of(profile_.threads[thread].time, before.raw);
        if (part != nullptr) *part += gap;
        if (waits_for_a_lock(before.raw)) lock_of(before).waited += gap;
    }

    model::LockProfile& lock_of(const ObservedStep& step) {
        model::LockProfile& lock = locks_[step.raw.object];
        if (lock.name.empty()) lock.name = step.object;
        return lock;
    }

    model::Profile profile_;
    std::vector<ObservedStep> last_;  // of each thread
    std::map<scheduler::ObjectId, model::LockProfile> locks_;
};

model::Begun begun(const scheduler::Usage& usage) {
    return {static_cast<int>(usage.count), static_cast<int>(usage.locked),
            static_cast<int>(usage.peak)};
}

}  // namespace

model::Profile profile_of(const Observation& observation) {
    Pass pass(observation);
    for (const ObservedStep& step : observation.steps)
        pass.take(step);
    model::Profile profile = std::move(pass).finish();
    const scheduler::Summary& summary = observation.summary;
    profile.makespan = nanoseconds(summary.time);
    profile.threads_started = static_cast<int>(summary.threads_started);
    profile.threads_at_once = static_cast<int>(summary.peak_alive);
    profile.compute = begun(summary.usage[0]);
    profile.io = begun(summary.usage[1]);
    profile.cores = static_cast<int>(summary.command.machine.cores);
    profile.is_truncated = summary.is_truncated;
    return profile;
}

model::LineProfile lines_of(const Observation& observation) {
    const scheduler::Summary& summary = observation.summary;
    model::LineProfile profile;
    profile.line_bytes = static_cast<int>(summary.command.machine.line_bytes);
    profile.lines_held = static_cast<int>(summary.command.machine.lines_held);
    profile.access_period = static_cast<int>(summary.command.memory_period);
    profile.fetched = static_cast<std::int64_t>(summary.line_traffic.fetched);
    profile.transferred = static_cast<std::int64_t>(summary.line_traffic.transferred);
    std::map<std::string, model::LineGroup> groups;
    for (const explore::ObservedLine& line : observation.lines) {
        model::LineGroup& group = groups[line.objects];
        group.objects = line.objects;
        ++group.lines;
        group.fetched += static_cast<std::int64_t>(line.traffic.fetched);
        group.transferred += static_cast<std::int64_t>(line.traffic.transferred);
    }
    for (const auto& [objects, group] : groups)
        profile.groups.push_back(group);
    std::ranges::stable_sort(profile.groups, [](const auto& a, const auto& b) {
        return std::pair(a.transferred, a.fetched) > std::pair(b.transferred, b.fetched);
    });
    return profile;
}

model::OnCores on_cores(const scheduler::Summary& summary) {
    return {static_cast<int>(summary.command.machine.cores),
            outcome_of(summary.ending),
            nanoseconds(summary.time),
            nanoseconds(summary.core_use.busy),
            static_cast<int>(summary.core_use.peak),
            static_cast<int>(summary.threads_started)};
}

}  // namespace heddle::judge
