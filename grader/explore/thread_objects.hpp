// heddle::Thread's objects and the threads that run on them, as a trace goes on:
// an object may be destroyed before its thread has ended, and its destructor
// joins what is left.
#pragma once

#include <map>
#include <set>

#include "scheduler/record.hpp"

namespace heddle::explore {

class ThreadObjects {
  public:
    // Of all steps, in their order.
    void learn(const scheduler::Step& step);

    // The thread at work on the object that this `thread_destroyed`, the step learnt last, is of;
    // no_thread where there is none.
    scheduler::ThreadId destroyed_under(const scheduler::Step& step) const;

    // Whether this is a destructor's join: nobody else can wait for a thread whose object has gone.
    bool is_join_of_destructor(const scheduler::Step& step) const;

  private:
    std::map<scheduler::ThreadId, std::uint64_t> starting_;  // who starts it, the object
    std::map<std::uint64_t, scheduler::ThreadId> threads_;   // the object's address, its thread
    std::set<scheduler::ThreadId> ended_;
    std::set<scheduler::ThreadId> bereft_;  // threads whose object has gone
};

}  // namespace heddle::explore
