#include "scheduler/engine.hpp"

#include <algorithm>

#include "scheduler/dependence.hpp"

namespace heddle::scheduler {
namespace {

constexpr Time clock_tick = 1'000;  // what reading a clock costs

constexpr std::uint64_t accesses_in_a_row = 1'000;  // before a long loop makes way

// How many of the given choices have been made before, just so: of a branch all but the last.
std::uint32_t given_alike(StrategyKind strategy, std::uint32_t given) {
    if (strategy == StrategyKind::replay) return given;
    return strategy == StrategyKind::exhaustive && given != 0 ? given - 1 : 0;
}

}  // namespace

void Engine::begin_schedule(Record& record) {
    record_ = &record;
    const Command& command = record.command;
    const std::uint32_t given = record.choice_count;
    replayed_ = given_alike(command.strategy, given);
    record.choice_count = 0;
    // Each choice is read before the one that is made takes its place.
    strategy_ = &strategy_for(command, {record.choices.data(), given}, strategy_storage_);
    strategy_->new_schedule(command);
    memory_random_ = Random(command.seed ^ 0x6d656d6f7279U);
    until_memory_point_ = makes_way_in_loops() ? accesses_in_a_row : 1;
    cores_.begin(command.machine.cores);
    if (follows_lines()) lines_.begin(command.machine.lines_held);
    add_thread();
}

ThreadId Engine::add_thread() {
    if (thread_count_ == max_threads) return no_thread;
    const auto id = static_cast<ThreadId>(thread_count_++);
    threads_[id] = {};
    strategy_->new_thread(id);
    record_->thread_count = thread_count_;
    record_->thread_names[id][0] = '\0';
    if (id != 0) ++record_->threads_started;
    record_->peak_alive = std::max(record_->peak_alive, unjoined());
    return id;
}

// Each counts from its creation until it is joined, so that it doesn't depend on how fast a thread
// happened to be.
std::uint32_t Engine::unjoined() const {
    return static_cast<std::uint32_t>(
        std::count_if(threads_.begin() + 1, threads_.begin() + thread_count_,
                      [](const ThreadState& t) { return !t.is_joined; }));
}

std::uint32_t Engine::alive() const {
    std::uint32_t count = 0;
    for (std::uint32_t i = 1; i < thread_count_; ++i) {
        count += threads_[i].progress != Progress::ended && !threads_[i].is_daemon ? 1 : 0;
    }
    return count;
}

void Engine::announce(Operation operation, std::uint64_t address, Place place) {
    turn_into(operation, address);
    running_state().place = place;
    ++record_->steps;
    ++record_->events;
    if (operation == Operation::yield) {
        running_state().has_stepped_back = record_->made_way = true;
        ++record_->idle_polls;
    }
    if (operation == Operation::clock) record_->time += clock_tick;
    insist_on_fairness(operation);
    if (makes_way_in_loops()) until_memory_point_ = accesses_in_a_row;
}

void Engine::turn_into(Operation operation, std::uint64_t address) {
    ThreadState& self = running_state();
    self.operation = operation;
    self.address = address;
    self.object = objects_.id_of(address);
}

bool Engine::choose() {
    if (!find_someone()) return false;
    const auto runnable = candidates();
    const ThreadId chosen = decide(runnable);
    if (chosen == no_thread) {
        record_->ending = strategy_->ending_without_thread();
        return false;
    }
    if (threads_[chosen].has_timer()) {
        const bool others_could_run = anyone_runnable();
        threads_[chosen].has_stepped_back = false;
        expire(chosen);
        record_->early_expiries += others_could_run ? 1 : 0;
    }
    if (chosen != running_) steps_in_a_row_ = actions_in_a_row_ = 0;
    running_ = chosen;
    return true;
}

// Makes sure that there is a candidate, letting time pass where nobody can run.
bool Engine::find_someone() {
    while (candidates().empty()) {
        if (anyone_runnable()) {
            if (!let_spinners_go_on()) return false;
        } else if (!expire_next_timer()) {
            record_->ending = Ending::deadlock;
            return false;
        }
    }
    return true;
}

std::span<const ThreadId> Engine::candidates() {
    std::size_t count = 0;
    const bool early = record_->command.timers == Timers::early;
    for (std::uint32_t i = 0; i < thread_count_; ++i) {
        const ThreadState& thread = threads_[i];
        const bool can_run = thread.progress == Progress::runnable && !thread.has_stepped_back;
        if (can_run || (early && thread.has_timer())) {
            candidates_[count++] = static_cast<ThreadId>(i);
        }
    }
    return {candidates_.data(), count};
}

bool Engine::anyone_runnable() const {
    return std::any_of(threads_.begin(), threads_.begin() + thread_count_,
                       [](const ThreadState& t) { return t.progress == Progress::runnable; });
}

Time Engine::count_runnable() const {
    return static_cast<Time>(
        std::count_if(threads_.begin(), threads_.begin() + thread_count_,
                      [](const ThreadState& t) { return t.progress == Progress::runnable; }));
}

ThreadId Engine::decide(std::span<const ThreadId> runnable) {
    if (runnable.size() == 1) return strategy_->only_thread(runnable.front());
    const std::uint32_t decision = record_->decisions++;
    const Choice expected =
        decision < replayed_ ? record_->choices[decision] : Choice{no_thread, 0};
    if (record_->command.strategy == StrategyKind::exhaustive) keep_pending(runnable);
    const ThreadId chosen = strategy_->next_thread(
        {runnable, running_, record_->steps, {threads_.data(), thread_count_}, last_writes_});
    if (chosen == no_thread) return no_thread;
    if (decision < replayed_ && expected.fingerprint != fingerprint_of(chosen)) return no_thread;
    const bool could_go_on =
        std::find(runnable.begin(), runnable.end(), running_) != runnable.end();
    record_->preemptions += chosen != running_ && could_go_on ? 1 : 0;
    record_choice(chosen);
    return chosen;
}

void Engine::keep_pending(std::span<const ThreadId> runnable) {
    for (const ThreadId thread : runnable) {
        if (record_->pending_count == max_pending) return;
        Pending& pending = record_->pending[record_->pending_count++];
        pending = pending_of(thread, threads_[thread]);
        pending.choice = record_->choice_count;
    }
}

void Engine::record_choice(ThreadId chosen) {
    if (record_->choice_count == max_choices) {
        has_too_many_choices_ = true;
        return;
    }
    record_->choices[record_->choice_count++] = {chosen, fingerprint_of(chosen), running_};
}

std::uint16_t Engine::fingerprint_of(ThreadId thread) const {
    const ThreadState& state = threads_[thread];
    const std::uint64_t mixed =
        (static_cast<std::uint64_t>(state.operation) << 32U | state.object) * 0x9e3779b97f4a7c15U;
    return static_cast<std::uint16_t>(mixed >> 48U);
}

Step* Engine::perform(Effect effect, StepResult result) {
    const ThreadState& self = running_state();
    if (follows_reads()) follow(self, result);
    if (follows_lines()) touched(self.operation, self.address, 1);
    if (effect == Effect::progress) {
        made_progress();
    } else {
        stepped_idly();
    }
    Step* const step = note(self.operation, self.address);
    if (step != nullptr) {
        step->result = result;
        step->stack = self.stack;
    }
    return step;
}

void Engine::follow(const ThreadState& self, StepResult result) {
    const bool is_done = result != StepResult::failed && result != StepResult::timed_out;
    if (reads(self.operation)) has_read(self.address, self.place);
    if (writes(self.operation) && is_done) has_written(self.address, self.place);
}

void Engine::accessed(Operation operation, std::uint64_t address, Place place) {
    if (record_->command.memory_period == 0) return;
    if (operation == Operation::write) {
        has_written(address, place);
    } else {
        has_read(address, place);
    }
}

void Engine::has_written(std::uint64_t address, Place place) {
    sharing_.used(address, running_);
    last_writes_.set(address, place);
}

void Engine::has_read(std::uint64_t address, Place place) {
    const ReadsFrom seen = {address, last_writes_.at(address), place};
    sharing_.used(address, running_);
    strategy_->has_read(seen);
    keep(seen);
}

void Engine::keep(const ReadsFrom& seen) {
    if (record_->reads_from_count == max_reads_from && !has_made_room_) {
        has_made_room_ = true;  // once: it is a walk through all of them
        leave_out_private_reads();
    }
    auto* const begin = record_->reads_from.data();
    auto* const end = begin + record_->reads_from_count;
    if (record_->reads_from_count == max_reads_from || std::find(begin, end, seen) != end) return;
    record_->reads_from[record_->reads_from_count++] = seen;
}

void Engine::leave_out_private_reads() {
    auto* const begin = record_->reads_from.data();
    const auto* const end = std::remove_if(
        begin, begin + record_->reads_from_count,
        [&](const ReadsFrom& seen) { return !sharing_.is_shared(seen.address); });
    record_->reads_from_count = static_cast<std::uint32_t>(end - begin);
}

Step* Engine::note(Operation operation, std::uint64_t address) {
    const ThreadState& self = running_state();
    const ObjectId object = is_memory(operation) ? 0 : objects_.id_of(address);
    const std::uint64_t mixed = (std::uint64_t{running_} << 40U) ^
                                (static_cast<std::uint64_t>(operation) << 32U) ^ object ^
                                (record_->time << 16U);
    record_->fingerprint = (record_->fingerprint ^ mixed) * 0x100000001b3U;
    record_->fingerprint ^= record_->fingerprint >> 29U;
    if (record_->command.recording == Recording::nothing || is_record_closed_) return nullptr;
    if (record_->step_count == max_steps) {
        record_->is_truncated = true;
        return nullptr;
    }
    Step& step = record_->recorded[record_->step_count++];
    step = {};
    step.thread = running_;
    step.operation = operation;
    step.object = object;
    step.address = address;
    step.time = record_->time;
    step.held = self.held;
    step.held_count = self.held_count;
    return &step;
}

void Engine::note_wait() {
    const ThreadState& self = running_state();
    Step* const step = note(self.operation, self.address);
    if (step == nullptr) return;
    step->result = StepResult::waits;
    step->stack = self.stack;
}

void Engine::acquired(std::uint64_t lock) {
    if (!running_state().hold(objects_.id_of(lock))) has_too_many_locks_ = true;
}

const char* Engine::outgrown() const {
    if (has_too_many_locks_) return "more than 64 locks held by one thread";
    if (has_too_many_choices_) return "more than 65,536 choices in one schedule";
    if (objects_.is_full()) return "more than 32,000 mutexes and atomics in one case";
    return nullptr;
}

bool Engine::makes_way_in_loops() const {
    return record_->command.memory_period == 0 &&
           record_->command.long_loops == LongLoops::make_way;
}

bool Engine::counts_as_point() {
    ++record_->events;
    const std::uint32_t period = record_->command.memory_period;
    const bool may_be = thread_count_ > 1 && (period != 0 || makes_way_in_loops());
    if (!may_be || --until_memory_point_ > 0) return false;
    until_memory_point_ =
        period == 0 ? accesses_in_a_row : 1 + memory_random_.below(2 * std::uint64_t{period} - 1);
    return true;
}

bool Engine::has_limit_exceeded() const {
    return record_->steps - plain_steps_ > record_->command.max_steps ||
           record_->events > record_->command.max_events;
}

}  // namespace heddle::scheduler
