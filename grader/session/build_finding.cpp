#include "session/build_finding.hpp"

namespace heddle::session {

model::Finding finding_of(const build::BuildError& error) {
    model::Finding finding;
    finding.outcome = model::Outcome::build_error;
    finding.diagnosis = "build-error";
    finding.message = error.first.message;
    if (!error.explanation.empty()) finding.message += "\n" + error.explanation;
    if (!error.first.file.empty()) {
        finding.where = model::SourceLine{error.first.file, error.first.line};
    }
    return finding;
}

model::Finding finding_of(const Refused& refused) {
    model::Finding finding;
    finding.outcome = model::Outcome::forbidden;
    finding.diagnosis = "forbidden";
    finding.message = refused.violation.what + "\n" + refused.violation.why;
    if (refused.file != "port.cpp") finding.where = model::SourceLine{refused.file, 0};
    return finding;
}

}  // namespace heddle::session
