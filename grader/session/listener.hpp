// What happens during a check, as it happens: events only, no words and no layout. Calls come one
// at a time, from the thread that called check() or verify().
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "model/report.hpp"

namespace heddle::session {

enum class Stage { compile, link, run };

class Listener {
  public:
    virtual ~Listener() = default;

    // `index` counts from 0; `count` exercises will follow one another.
    virtual void exercise_began(std::string_view exercise, std::size_t index,
                                std::size_t count) = 0;

    // The flavour is nothing for `compile` and `link`.
    virtual void stage_began(Stage stage, std::optional<model::Flavour> flavour) = 0;

    // The first finding of an exercise, as soon as it is known; what explains more may follow.
    virtual void first_finding(std::string_view exercise, const model::CaseReport& failed) = 0;

    virtual void exercise_ended(const model::ExerciseReport& report) = 0;
};

// For whoever waits for the result alone.
class Quiet : public Listener {
  public:
    void exercise_began(std::string_view, std::size_t, std::size_t) override {}
    void stage_began(Stage, std::optional<model::Flavour>) override {}
    void first_finding(std::string_view, const model::CaseReport&) override {}
    void exercise_ended(const model::ExerciseReport&) override {}
};

class VerifyListener {
  public:
    virtual ~VerifyListener() = default;

    // `what` is about to be graded, e.g. "10-lost-update: wrong/split-rmw/load_then_store".
    virtual void about_to_grade(std::string_view what, std::size_t done, std::size_t total) = 0;
};

}  // namespace heddle::session
