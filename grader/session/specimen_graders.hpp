// A few threads that grade specimens at once: while one's code compiles, another's schedules run.
// The reports come in the specimens' order, whichever is done first.
#pragma once

#include <atomic>
#include <future>
#include <span>
#include <thread>
#include <vector>

#include "model/report.hpp"
#include "session/specimen.hpp"

namespace heddle::session {

// How often a failing schedule is replayed to prove that it repeats.
constexpr int replays_each = 20;

class SpecimenGraders {
  public:
    // One thread a processor of this machine, at most four. The arguments must outlive this.
    SpecimenGraders(const Course& course, std::span<const Specimen> specimens);
    // Waits for what has begun; the rest is dropped.
    ~SpecimenGraders();
    SpecimenGraders(const SpecimenGraders&) = delete;
    SpecimenGraders& operator=(const SpecimenGraders&) = delete;

    // The next specimen's report; blocks. Not to be called more often than there are specimens.
    model::ExerciseReport next();

  private:
    void work();

    const Course& course_;
    const std::span<const Specimen> specimens_;
    std::vector<std::promise<model::ExerciseReport>> reports_;  // each set by one thread, once
    std::size_t taken_ = 0;
    std::atomic<std::size_t> begun_ = 0;
    std::atomic<bool> is_closing_ = false;
    std::vector<std::jthread> threads_;
};

}  // namespace heddle::session
