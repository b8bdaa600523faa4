// What the tags of a test case say: "[hidden][points:3][weight:2][time][cores:4]", "[exhaust]".
#pragma once

#include <string>
#include <vector>

#include "explore/portfolio.hpp"
#include "explore/program.hpp"
#include "model/outcome.hpp"

namespace heddle::session {

// All of them are tried only where they are few.
enum class Schedules { sampled, all };

struct CaseInfo {
    std::string name;
    model::Visibility visibility = model::Visibility::hidden;
    int points = 0;
    int weight = 1;  // share of the exercise's schedules
    Schedules schedules = Schedules::sampled;
    explore::Clock clock = explore::Clock::ignored;
    scheduler::Machine machine;  // [cores:4], [lines:64]: so many bytes each
};

// The graded cases among those that a binary lists, visible ones first, each group as written.
std::vector<CaseInfo> graded_cases(const std::vector<explore::CaseName>& listed);

}  // namespace heddle::session
