// The page of `heddle profile`: what each line is called is what diagnosis.toml calls it.
#pragma once

#include "report/page.hpp"
#include "session/answers.hpp"

namespace heddle::report {

void write_profile(Page& page, const session::ProfiledCase& profiled);

// profile.schema.json says what it holds.
std::string to_json(const session::ProfiledCase& profiled);

}  // namespace heddle::report
