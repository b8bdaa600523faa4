// The pieces that our JSON documents share. nlohmann's ordered form keeps keys as they are added.
#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <string>

#include "model/report.hpp"

namespace heddle::report {

using Json = nlohmann::ordered_json;

// null for "".
Json text_or_null(const std::string& text);

Json where_or_null(const std::optional<model::SourceLine>& where);

Json schedules_json(const model::ScheduleCounts& schedules);

Json verification_or_null(const std::optional<model::Verification>& verification);

Json observations_json(const std::vector<model::Observation>& observations);

Json trace_json(const model::Trace& trace);

// Indented by two, malformed UTF-8 replaced, with a line break at the end. "##[error]" within a
// text, which GitHub's runner would obey in a log, is spelled with \u0023.
std::string dump(const Json& document);

}  // namespace heddle::report
