// A compiler's complaint as a finding.
#pragma once

#include "build/failure.hpp"
#include "model/report.hpp"

namespace heddle::session {

model::Finding finding_of(const build::BuildError& error);

}  // namespace heddle::session
