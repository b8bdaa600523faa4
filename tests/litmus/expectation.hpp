// How a program of this folder is to end: what its first lines say.
//
//     // completed              in every schedule
//     // unsupported: poll      in one of them at least; any other ending too
//     // deadlock within 12     a mistake, which every seed finds in so many schedules
//     // deadlock seldom        a mistake that some seeds don't find in the schedules of a grade
//     // tsan: data race        second line, where ThreadSanitizer's ending is another one
#pragma once

#include <filesystem>
#include <string>

#include "base/error.hpp"
#include "scheduler/record.hpp"

namespace heddle::litmus {

struct Expectation {
    std::string ending;
    std::string tsan;  // "" where it is the same
    int within = 0;    // schedules of `hunt`; 0: no bound
    bool is_seldom = false;

    bool is_right() const { return ending == "completed"; }
    bool is_mistake() const { return within > 0 || is_seldom; }
};

// An Error where the lines aren't of this form.
base::Expected<Expectation> read_expectation(const std::filesystem::path& source);

// "deadlock", "failed assertion", …; `message` is the record's.
std::string name_of(scheduler::Ending ending, std::string_view message);

}  // namespace heddle::litmus
