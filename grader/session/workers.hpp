// A few threads that run trials, each pinned to a processor, and hand the
// results back in the order in which they end.
#pragma once

#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>
#include <vector>

#include "session/trial.hpp"

namespace heddle::session {

// How many processors of this machine are put to use: at most four.
unsigned processors_used();

class Workers {
  public:
    // One thread for each of processors_used().
    Workers();
    // Waits for the trials that have begun; the others are dropped.
    ~Workers();

    void add(TrialRequest request);

    // The next result; blocks. There must be more requests than results taken so far.
    base::Expected<Trial> next();

  private:
    void work(int cpu);

    std::mutex mutex_;
    std::condition_variable changed_;
    std::deque<TrialRequest> waiting_;            // guarded by mutex_
    std::deque<base::Expected<Trial>> finished_;  // guarded by mutex_
    bool is_closing_ = false;                     // guarded by mutex_
    std::vector<std::jthread> threads_;
};

}  // namespace heddle::session
