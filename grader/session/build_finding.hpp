// Why a submission was not run at all, as a finding.
#pragma once

#include "build/failure.hpp"
#include "model/report.hpp"
#include "session/binaries.hpp"

namespace heddle::session {

model::Finding finding_of(const build::BuildError& error);

model::Finding finding_of(const Refused& refused);

}  // namespace heddle::session
