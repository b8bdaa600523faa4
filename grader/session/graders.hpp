// A few threads that grade several programs at once: while one's code compiles,
// another's schedules run. The reports come in the order of the jobs, whichever
// is done first.
#pragma once

#include <atomic>
#include <functional>
#include <future>
#include <thread>
#include <vector>

#include "model/report.hpp"

namespace heddle::session {

class Graders {
  public:
    // Grades one program, on a thread of the pool; it blocks.
    using Job = std::function<model::ExerciseReport()>;

    // One thread for each of processors_used().
    explicit Graders(std::vector<Job> jobs);
    // Waits for what has begun; the rest is dropped.
    ~Graders();
    Graders(const Graders&) = delete;
    Graders& operator=(const Graders&) = delete;

    // The next job's report, or what it threw; blocks. Not to be called more often than there are
    // jobs.
    model::ExerciseReport next();

  private:
    void work(const std::stop_token& closing);

    const std::vector<Job> jobs_;
    std::vector<std::promise<model::ExerciseReport>> reports_;  // each set by one thread, once
    std::size_t taken_ = 0;
    std::atomic<std::size_t> begun_ = 0;
    std::vector<std::jthread> threads_;  // last: they end before what they use
};

}  // namespace heddle::session
