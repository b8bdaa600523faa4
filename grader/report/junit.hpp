// Reports as JUnit XML, which GitLab, Jenkins and most other CI systems read. JUnit has no
// standard; junit.xsd beside this file is what we promise. A suite is an exercise, a test a case of
// it. What was not graded is an error and never a failure; a build error is the one failure of its
// exercise. A test is named once in its class, for GitLab leaves out what it has seen before. Where
// all schedules of a case were tried, its system-out says so. Only a suite has a time, since a
// case's schedules run beside others'. The same reports always give the same bytes.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/report.hpp"

namespace heddle::report {

// A whole document. The text stands in the failure's body, for GitLab shows nothing else.
// `same_options` is added to the commands that the text suggests, e.g. "--submission DIR".
std::string to_junit(const std::vector<model::ExerciseReport>& reports,
                     std::string_view same_options = {});

}  // namespace heddle::report
