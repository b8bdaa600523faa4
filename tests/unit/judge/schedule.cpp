#include "judge/schedule.hpp"

#include <algorithm>

namespace heddle::judge {

using scheduler::ObjectId;
using scheduler::Operation;
using scheduler::StepResult;
using scheduler::ThreadId;

explore::Place line(int number) {
    return {{"code.cpp", number}, 5};
}

Schedule::Schedule(std::size_t threads, model::Flavour flavour) : held_(threads) {
    seen.flavour = flavour;
    seen.threads.push_back("main");
    for (std::size_t i = 1; i < threads; ++i) {
        seen.threads.push_back("thread " + std::to_string(i));
    }
}

Schedule& Schedule::step(ThreadId thread, Operation operation, int at) {
    explore::ObservedStep added;
    added.raw.thread = thread;
    added.raw.operation = operation;
    added.raw.time = now_;
    const auto& held = held_[thread];
    added.raw.held_count = static_cast<std::uint8_t>(held.size());
    std::copy(held.begin(), held.end(), added.raw.held.begin());
    if (at != 0) added.place = line(at);
    seen.steps.push_back(std::move(added));
    return *this;
}

Schedule& Schedule::access(ThreadId thread, Operation operation, std::uint64_t address, int at) {
    step(thread, operation, at);
    last().raw.address = address;
    last().raw.size = 8;
    last().raw.has_value = true;
    last().object = std::string(address == x ? "x" : "y");
    return *this;
}

Schedule& Schedule::read(ThreadId thread, std::uint64_t address, int at) {
    return access(thread, Operation::read, address, at);
}

Schedule& Schedule::write(ThreadId thread, std::uint64_t address, int at) {
    return access(thread, Operation::write, address, at);
}

Schedule& Schedule::load(ThreadId thread, std::uint64_t address, int at) {
    return access(thread, Operation::load, address, at);
}

Schedule& Schedule::store(ThreadId thread, std::uint64_t address, int at) {
    return access(thread, Operation::store, address, at);
}

Schedule& Schedule::add(ThreadId thread, std::uint64_t address, int at) {
    return access(thread, Operation::read_modify_write, address, at);
}

Schedule& Schedule::exchange_if(ThreadId thread, std::uint64_t address, int at, StepResult result) {
    access(thread, Operation::compare_exchange, address, at);
    last().raw.result = result;
    return *this;
}

Schedule& Schedule::lock(ThreadId thread, ObjectId lock, int at, std::vector<int> called_from) {
    held_[thread].push_back(lock);
    step(thread, Operation::lock, at);
    last().raw.object = lock;
    last().object = std::string(lock == m ? "m" : "n");
    last().calls = {line(at)};
    for (const int caller : called_from)
        last().calls.push_back(line(caller));
    return *this;
}

Schedule& Schedule::unlock(ThreadId thread, ObjectId lock, int at) {
    std::erase(held_[thread], lock);
    step(thread, Operation::unlock, at);
    last().raw.object = lock;
    return *this;
}

Schedule& Schedule::create(ThreadId thread, ThreadId child, int at) {
    step(thread, Operation::create, at);
    last().raw.value = child;
    last().raw.has_value = true;
    return *this;
}

Schedule& Schedule::join(ThreadId thread, ThreadId child, int at) {
    step(thread, Operation::join, at);
    last().raw.value = child;
    last().raw.has_value = true;
    return *this;
}

Schedule& Schedule::end(ThreadId thread) {
    return step(thread, Operation::end, 0);
}

Schedule& Schedule::sleep(ThreadId thread, scheduler::Time until, int at) {
    now_ = until;
    return step(thread, Operation::sleep, at);
}

Schedule& Schedule::until(scheduler::Time time) {
    now_ = time;
    seen.summary.time = time;
    return *this;
}

Schedule& Schedule::waits(ThreadId thread, Operation operation, ObjectId object) {
    done(thread, operation, object);
    last().raw.result = StepResult::waits;
    return *this;
}

Schedule& Schedule::done(ThreadId thread, Operation operation, ObjectId object) {
    step(thread, operation, 1);
    last().raw.object = object;
    if (object != 0) last().object = object == m ? "m" : "n";
    return *this;
}

Schedule& Schedule::stuck(ThreadId thread, Operation operation, ObjectId object, ThreadId holder,
                          int at, std::vector<int> called_from) {
    explore::ObservedWait wait;
    wait.raw.thread = thread;
    wait.raw.operation = operation;
    wait.raw.object = object;
    wait.raw.holder = holder;
    wait.place = line(at);
    wait.object = std::string(object == m ? "m" : "n");
    wait.calls = {line(at)};
    for (const int caller : called_from)
        wait.calls.push_back(line(caller));
    seen.waits.push_back(std::move(wait));
    return *this;
}

Failed Schedule::ended(scheduler::Ending ending, const std::string& expression,
                       const std::string& message) const {
    Failed failed;
    failed.observation = seen;
    failed.observation.summary.ending = ending;
    failed.failure.ending = ending;
    failed.failure.schedule = 1;
    std::copy(message.begin(), message.end(), failed.observation.summary.message.begin());
    std::copy(expression.begin(), expression.end(), failed.observation.summary.expression.begin());
    return failed;
}

Failed race_reported(int one, int other) {
    Schedule schedule(3, model::Flavour::tsan);
    schedule.seen.where = line(one);
    schedule.seen.other_where = line(other);
    return schedule.ended(scheduler::Ending::data_race);
}

explore::Sources code(std::vector<std::string> lines) {
    return {{"code.cpp", std::move(lines)}};
}

std::string diagnosis(std::vector<Failed> failures, const explore::Sources& sources,
                      std::optional<explore::Observation> usual) {
    return judge({"a case", std::move(failures), std::move(usual)}, sources).diagnosis;
}

}  // namespace heddle::judge
