// A schedule as a line of text that anyone can paste: the settings that shape
// it, then each decision with a fingerprint of the operation that was chosen.
//
//     hunt:q0:5eed:1a03-0f11-…     flavour : timers and memory period : seed : choices
//     hunt:q0r17:5eed:1a03-0f11-…  the same, to see with what its 17th access races
//
// A choice is the thread in hexadecimal (as long as needed) and four digits of
// fingerprint; equal choices in a row are written once, followed by *n.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/outcome.hpp"
#include "scheduler/record.hpp"

namespace heddle::explore {

struct Replayable {
    model::Flavour flavour = model::Flavour::hunt;
    scheduler::Command command;  // strategy is `replay`
    std::vector<scheduler::Choice> choices;
};

// The replay of what the record holds.
Replayable replayable(model::Flavour flavour, const scheduler::Record& record);

std::string to_text(const Replayable& schedule);

// Nothing when the text isn't of that form.
std::optional<Replayable> replayable_from(std::string_view text);

}  // namespace heddle::explore
