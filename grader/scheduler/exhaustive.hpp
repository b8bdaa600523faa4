// Every schedule once, with the grader, which keeps the tree of choices: this side follows one
// branch of it and goes on from its end without preemption (stateless model checking; Godefroid,
// "Model checking for programming languages using VeriSoft", POPL 1997).
#pragma once

#include "scheduler/strategy.hpp"

namespace heddle::scheduler {

// Threads that are asleep when the branch ends: what they would do next, and all that follows, is
// tried elsewhere, unless somebody does before what it depends on (sleep sets; Godefroid, LNCS
// 1032, chapter 5). Where only they could run, the schedule is one that has been tried.
class Exhaustive : public Strategy {
  public:
    void follow(std::span<const Choice> choices) { branch_ = choices; }
    void new_schedule(const Command& command) override;
    ThreadId next_thread(const Situation& now) override;
    ThreadId only_thread(ThreadId thread) const override;
    Ending ending_without_thread() const override;

  private:
    bool is_past_branch() const { return next_ == branch_.size(); }

    std::span<const Choice> branch_;
    std::size_t next_ = 0;
    ThreadSet asleep_;
};

}  // namespace heddle::scheduler
