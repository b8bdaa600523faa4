#include "model/outcome.hpp"

#include <array>
#include <cstddef>

namespace heddle::model {
namespace {

constexpr std::array<std::string_view, 15> outcome_names = {
    "passed",   "wrong_result", "too_slow",   "too_strong",          "thread_leak",
    "livelock", "deadlock",     "data_race",  "undefined_behaviour", "memory_error",
    "crash",    "limit",        "unfinished", "forbidden",           "build_error",
};
static_assert(outcome_names.size() == static_cast<std::size_t>(Outcome::build_error) + 1);

}  // namespace

std::string_view name(Outcome outcome) {
    return outcome_names.at(static_cast<std::size_t>(outcome));
}

std::string_view name(Flavour flavour) {
    constexpr std::array<std::string_view, 3> names = {"hunt", "tsan", "asan"};
    return names.at(static_cast<std::size_t>(flavour));
}

std::string_view name(Mode mode) {
    return mode == Mode::thread ? "thread" : "address";
}

std::string_view name(Visibility visibility) {
    return visibility == Visibility::visible ? "visible" : "hidden";
}

std::optional<Outcome> outcome_named(std::string_view word) {
    for (std::size_t i = 0; i < outcome_names.size(); ++i) {
        if (outcome_names[i] == word) return static_cast<Outcome>(i);
    }
    return std::nullopt;
}

}  // namespace heddle::model
