// A check as it goes on: what runs now, the first finding as soon as it is known, and a line for
// each exercise that is done. Puts words to session's events; LiveBlock puts them on the terminal.
#pragma once

#include <cstdio>
#include <string>

#include "cli/terminal.hpp"
#include "session/listener.hpp"

namespace heddle::cli {

class CheckProgress : public session::Listener {
  public:
    CheckProgress(std::FILE* stream, std::string same_options)
        : stream_(stream), block_(stream), same_options_(std::move(same_options)) {}

    void exercise_began(std::string_view exercise, std::size_t index, std::size_t count) override;
    void stage_began(session::Stage stage, std::optional<model::Flavour> flavour) override;
    void first_finding(std::string_view exercise, const model::CaseReport& failed) override;
    void exercise_ended(const model::ExerciseReport& report) override;

  private:
    void draw();

    std::FILE* stream_;
    LiveBlock block_;
    std::string same_options_;
    std::string exercise_;
    std::string counting_;  // "3 of 12 ", or ""
    std::string stage_;
    std::optional<model::CaseReport> first_failed_;
    std::size_t count_ = 0;
};

class VerifyProgress : public session::VerifyListener {
  public:
    explicit VerifyProgress(std::FILE* stream) : stream_(stream), block_(stream) {}

    void about_to_grade(std::string_view what, std::size_t done, std::size_t total) override;

  private:
    std::FILE* stream_;
    LiveBlock block_;
};

}  // namespace heddle::cli
