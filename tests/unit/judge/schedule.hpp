// Writes observations by hand, step after step, as the tests of the judge need
// them: thread 0 is main; lines are those of "code.cpp".
#pragma once

#include <string>
#include <vector>

#include "judge/judge.hpp"

namespace heddle::judge {

constexpr std::uint64_t x = 0x1000;   // a datum
constexpr std::uint64_t y = 0x2000;   // another
constexpr scheduler::ObjectId m = 1;  // a mutex
constexpr scheduler::ObjectId n = 2;  // another

explore::Place line(int number);

class Schedule {
  public:
    explicit Schedule(std::size_t threads, model::Flavour flavour = model::Flavour::hunt);

    // The step just added, for what is rare.
    explore::ObservedStep& last() { return seen.steps.back(); }

    Schedule& read(scheduler::ThreadId thread, std::uint64_t address, int at);
    Schedule& write(scheduler::ThreadId thread, std::uint64_t address, int at);
    Schedule& load(scheduler::ThreadId thread, std::uint64_t address, int at);
    Schedule& store(scheduler::ThreadId thread, std::uint64_t address, int at);
    Schedule& add(scheduler::ThreadId thread, std::uint64_t address, int at);
    Schedule& exchange_if(scheduler::ThreadId thread, std::uint64_t address, int at,
                          scheduler::StepResult result);
    Schedule& lock(scheduler::ThreadId thread, scheduler::ObjectId lock, int at,
                   std::vector<int> called_from = {});
    Schedule& unlock(scheduler::ThreadId thread, scheduler::ObjectId lock, int at);
    Schedule& create(scheduler::ThreadId thread, scheduler::ThreadId child, int at);
    Schedule& join(scheduler::ThreadId thread, scheduler::ThreadId child, int at);
    Schedule& end(scheduler::ThreadId thread);
    Schedule& sleep(scheduler::ThreadId thread, scheduler::Time until, int at);

    // Time goes on to this moment.
    Schedule& until(scheduler::Time time);
    // The thread begins to wait in the operation; and the operation is done.
    Schedule& waits(scheduler::ThreadId thread, scheduler::Operation operation,
                    scheduler::ObjectId object = 0);
    Schedule& done(scheduler::ThreadId thread, scheduler::Operation operation,
                   scheduler::ObjectId object = 0);

    // The thread is stuck: it wants the object, which the holder has.
    Schedule& stuck(scheduler::ThreadId thread, scheduler::Operation operation,
                    scheduler::ObjectId object, scheduler::ThreadId holder, int at,
                    std::vector<int> called_from = {});

    // Ends the schedule so.
    Failed ended(scheduler::Ending ending, const std::string& expression = "",
                 const std::string& message = "") const;

    explore::Observation seen;

  private:
    Schedule& step(scheduler::ThreadId thread, scheduler::Operation operation, int at);
    Schedule& access(scheduler::ThreadId thread, scheduler::Operation operation,
                     std::uint64_t address, int at);

    std::vector<std::vector<scheduler::ObjectId>> held_;
    scheduler::Time now_ = 0;
};

// ThreadSanitizer's report of two accesses in these lines.
Failed race_reported(int one, int other);

// The files of a student: "code.cpp" with these lines.
explore::Sources code(std::vector<std::string> lines);

// The id that the judge gives to a case with these failures.
std::string diagnosis(std::vector<Failed> failures, const explore::Sources& sources = {},
                      std::optional<explore::Observation> usual = {});

}  // namespace heddle::judge
