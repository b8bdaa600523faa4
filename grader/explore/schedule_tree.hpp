// The tree of all choices that a case's schedules have, as far as it is known: which branches are
// still to be tried. Pure: whoever owns it runs the schedules (stateless model checking; Godefroid,
// POPL 1997).
#pragma once

#include <climits>
#include <map>
#include <optional>
#include <vector>

#include "scheduler/record.hpp"

namespace heddle::explore {

// Which schedules needn't be tried.
enum class Pruning {
    // None: all are tried, in the order of their preemptions (iterative context bounding; Musuvathi
    // & Qadeer, PLDI 2007, section 3).
    none,
    // One is tried of those that differ in the order of independent operations only (sleep sets;
    // Godefroid, LNCS 1032, chapter 5). It takes the search of the whole tree: the one that is
    // tried may have more preemptions than those it stands for, so under a bound on preemptions
    // these would be lost (Coons, Musuvathi & McKinley, OOPSLA 2013, section 4).
    sleep_sets,
};

// How a schedule begins. Where it ends, the schedule goes on without preemption.
struct Branch {
    std::vector<scheduler::Choice> choices;
    scheduler::ThreadSet asleep;  // who need not run next
    int preemptions = 0;
};

class ScheduleTree {
  public:
    // Branches with more preemptions than that are never taken; that they exist is remembered.
    explicit ScheduleTree(Pruning pruning, int most_preemptions = INT_MAX);

    // How many preemptions the next branch has; with sleep sets 0 as long as there is one. Nothing
    // once all have been taken.
    std::optional<int> bound() const;

    // How many branches can be taken.
    std::size_t waiting() const { return waiting_count_; }

    // Takes a branch with fewest preemptions; of these the one that was found last, which keeps few
    // waiting. One must be waiting.
    Branch take();

    // Adds the branches that leave the schedule of `record` after the end of `branch`, by whose
    // command it ran. False when it isn't a record of such a schedule: the tree is never whole
    // then.
    [[nodiscard]] bool grow(const Branch& branch, const scheduler::Record& record);

  private:
    struct Fork;
    void add(Branch branch);
    void add_siblings(const Branch& node, const Fork& fork);
    Branch below(const Branch& node, const Fork& fork, const scheduler::Pending& chosen,
                 const scheduler::ThreadSet& asleep) const;

    Pruning pruning_;
    int most_preemptions_;
    bool has_more_preemptions_ = false;           // a branch beyond them
    std::map<int, std::vector<Branch>> waiting_;  // by preemptions
    std::size_t waiting_count_ = 0;
};

// The command that runs a branch.
scheduler::Command command_for(const Branch& branch, std::uint64_t seed);

}  // namespace heddle::explore
