// What `heddle verify` found out about the course, for a person and as "heddle.verify/1", described
// by verify.schema.json beside this file.
#pragma once

#include <string>

#include "report/page.hpp"
#include "session/answers.hpp"

namespace heddle::report {

void write_proof(Page& page, const session::CourseProof& proof);

std::string to_json(const session::CourseProof& proof);

}  // namespace heddle::report
