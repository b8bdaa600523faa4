// Learns which writes each read has seen, and asks for those that it hasn't: the feedback of
// greybox fuzzing for schedules (Wolff et al., "Greybox Fuzzing for Concurrency Testing",
// ASPLOS 2024, section 5).
#pragma once

#include <cstdint>
#include <map>
#include <vector>

#include "scheduler/random.hpp"
#include "scheduler/record.hpp"

namespace heddle::explore {

class Feedback {
  public:
    explicit Feedback(std::uint64_t seed) : random_(seed) {}

    // Fills in what a schedule of the strategy `reads_from` is to bring about.
    void ask(scheduler::Command& command);

    // Takes in how the schedule of that command went.
    void learn(const scheduler::Record& record);

  private:
    using Wanted = std::vector<scheduler::ReadsFrom>;

    scheduler::ReadsFrom rarest();
    Wanted varied(Wanted wanted);
    int times_seen(const scheduler::ReadsFrom& pair) const;

    struct Order {
        bool operator()(const scheduler::ReadsFrom& a, const scheduler::ReadsFrom& b) const;
    };

    scheduler::Random random_;
    std::map<scheduler::ReadsFrom, int, Order> seen_;                // how many schedules had it
    std::map<scheduler::ReadsFrom, int, Order> asked_;               // and how many wanted it
    std::map<std::uint64_t, std::vector<scheduler::Place>> writes_;  // by address; nobody first
    std::vector<std::pair<std::uint64_t, scheduler::Place>> reads_;  // each once
    std::vector<Wanted> corpus_ = {{}};                              // what led to something new
    std::size_t next_ = 0;
};

// Those of one search.
class Feedbacks {
  public:
    explicit Feedbacks(std::uint64_t seed) : of_all_(seed), of_operations_(~seed) {}

    // The one that learns from schedules like this: where plain accesses are no scheduling points
    // it can't ask for what they read. Null where the strategy needs none.
    Feedback* of(const scheduler::Command& command) {
        if (command.strategy != scheduler::StrategyKind::reads_from) return nullptr;
        return command.memory_period != 0 ? &of_all_ : &of_operations_;
    }

  private:
    Feedback of_all_;
    Feedback of_operations_;
};

}  // namespace heddle::explore
