// A schedule in which nobody can go on: each wait, and what is known of the one who should end it.
// The predicates of liveness.hpp are written in these words.
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "judge/view.hpp"

namespace heddle::judge {

// The deadlock, else the end at which threads were left; null where every thread ended.
const Failed* standstill_of(const View& view);

bool is_lock_wait(const explore::ObservedWait& wait);
bool is_join(const explore::ObservedWait& wait);
bool is_signal_wait(const explore::ObservedWait& wait);

// A wait of a standstill.
struct Stuck {
    const Failed* failed = nullptr;
    const explore::ObservedWait* wait = nullptr;
};

using WaitTest = std::function<bool(const explore::Observation&, const explore::ObservedWait&)>;

// The first that passes the test.
std::optional<Stuck> first_wait(const View& view, const WaitTest& test);

// "Thread-1 waits for mutex_"
std::string wanted(const explore::Observation& seen, const explore::ObservedWait& wait);

// The same, and why nobody will come.
Match waiting(const Stuck& stuck, const std::string& why);

// The step with which the holder took the lock that the wait is for; null where it isn't known.
const explore::ObservedStep* taken_by_holder(const explore::Observation& seen,
                                             const explore::ObservedWait& wait);

// Whether the lock's holder has ended, or has left the function that took it.
bool is_abandoned(const View& view, const explore::Observation& seen,
                  const explore::ObservedWait& wait);

}  // namespace heddle::judge
