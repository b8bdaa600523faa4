// The evidence table: every diagnosis, what the running program must have shown
// for it, what the student's text may add, and the question that follows. Rules
// stand in the order of precedence: the first that holds explains the case.
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "judge/view.hpp"
#include "model/outcome.hpp"

namespace heddle::judge {

using Predicate = std::optional<Match> (*)(const View&);

struct Rule {
    std::string_view id;          // "" where only the outcome is known
    std::string_view evidence;    // of the running program
    std::string_view refinement;  // of the text; "" where it plays no part
    Predicate predicate;  // null: the tests or the course's library report the id themselves
    std::string_view question;
    std::optional<model::Outcome> outcome = {};  // nothing: as the failure ended
};

// In order of precedence. For each ending that is the student's some rule holds.
std::span<const Rule> rules();

}  // namespace heddle::judge
