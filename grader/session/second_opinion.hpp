// Of somebody's own program: when AddressSanitizer is asked what the other flavours' failure means,
// and what is said where one of them has no answer. Pure functions.
#pragma once

#include <string_view>

#include "base/error.hpp"
#include "judge/judge.hpp"
#include "session/trial.hpp"

namespace heddle::session {

// Of what `flavour` didn't see to its end, where others have said something.
model::Observation not_followed(model::Flavour flavour, std::string_view why);

// Whether memory that was misused may be why the trial has no verdict.
bool may_be_memory(const Trial& trial);

// A wild access, or what the C library found damaged.
bool is_damage(const judge::Failed& failed);

// Whether `failed` is undefined behaviour elsewhere, which explains no crash.
bool is_beside_the_point(const judge::Failed& failed, const judge::Failed& crash);

}  // namespace heddle::session
