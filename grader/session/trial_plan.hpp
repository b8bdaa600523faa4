// What each trial of an exercise is given: files, sources, prediction, and its share of the
// schedules. Who runs the trials, and in which order, is for grade.cpp to say. Pure but for reading
// the staged files; several threads may ask.
#pragma once

#include <span>

#include "build/stage.hpp"
#include "session/case_state.hpp"
#include "session/grade.hpp"

namespace heddle::session {

// The most that are tried for a case of which all are wanted: a second or two.
constexpr int exhaustive_schedules = 2'000;

class TrialPlan {
  public:
    TrialPlan(const GradeRequest& request, const build::Staged& staged);

    const explore::Sources& sources() const { return sources_; }

    // For the case of that index among all that are graded, whose weights share the budget.
    TrialRequest request_for(std::span<const CaseState> cases, std::size_t index,
                             model::Flavour flavour, const std::filesystem::path& program) const;

    // The same, with more schedules than the case's share.
    TrialRequest harder_request_for(std::span<const CaseState> cases, std::size_t index,
                                    model::Flavour flavour,
                                    const std::filesystem::path& program) const;

  private:
    int factor() const;
    explore::Budget share_of(std::span<const CaseState> cases, int weight,
                             model::Flavour flavour) const;

    const GradeRequest& request_;
    const build::Staged& staged_;
    explore::Sources sources_;
    std::optional<std::string> prediction_;
};

}  // namespace heddle::session
