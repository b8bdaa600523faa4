#include "explore/thread_objects.hpp"

namespace heddle::explore {

using scheduler::Operation;
using scheduler::Step;

void ThreadObjects::learn(const Step& step) {
    switch (step.operation) {
        case Operation::thread_started: starting_[step.thread] = step.address; break;
        case Operation::create:
            if (const auto object = starting_.extract(step.thread))
                threads_[object.mapped()] = static_cast<scheduler::ThreadId>(step.value);
            break;
        case Operation::run_end: ended_.insert(step.thread); break;
        case Operation::thread_constructed: threads_.erase(step.address); break;
        case Operation::thread_destroyed:
            if (const auto thread = threads_.find(step.address); thread != threads_.end())
                bereft_.insert(thread->second);
            break;
        default: break;
    }
}

scheduler::ThreadId ThreadObjects::destroyed_under(const Step& step) const {
    const auto thread = threads_.find(step.address);
    const bool is_at_work = thread != threads_.end() && !ended_.contains(thread->second);
    return is_at_work ? thread->second : scheduler::no_thread;
}

bool ThreadObjects::is_join_of_destructor(const Step& step) const {
    return step.operation == Operation::join &&
           bereft_.contains(static_cast<scheduler::ThreadId>(step.value));
}

}  // namespace heddle::explore
