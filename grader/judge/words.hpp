// How a finding speaks: threads, objects and places as the student wrote them.
#pragma once

#include <optional>
#include <string>

#include "explore/observation.hpp"

namespace heddle::judge {

// "thread 1", "main", or the name that was given.
std::string thread_name(const explore::Observation& observation, scheduler::ThreadId thread);

// "hit_counter.hpp:9", or "the test" or "a library" where the place isn't the student's.
std::string location(const explore::Observation& observation,
                     const std::optional<explore::Place>& place);

// The object's name, else `otherwise`.
std::string name_or(const std::string& object, const std::string& otherwise);

// "thread 1 writes hits_ (hit_counter.hpp:9)".
std::string deed(const explore::Observation& observation, const explore::ObservedStep& step,
                 const std::string& object);

// "holding mutex_", "holding no lock".
std::string locks_held(const explore::Observation& observation, const explore::ObservedStep& step);

// What a failed assertion says: "total is 1, expected 2", or the test's own sentence.
std::string expectation(const scheduler::Summary& summary);

// Which bound a schedule without an end has reached: "60,000 steps".
std::string bound_reached(const scheduler::Summary& summary);

}  // namespace heddle::judge
