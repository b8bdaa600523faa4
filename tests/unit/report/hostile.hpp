// Reports full of the worst text a program can print, for tests that throw everything at a writer.
#pragma once

#include <random>

#include "session/answers.hpp"

// Whether a CI system that reads its log line by line would obey this one.
bool is_command(const std::string& line);

class Hostile {
  public:
    explicit Hostile(unsigned seed) : random_(seed) {}

    std::string text();
    heddle::model::Trace trace();
    heddle::model::CaseReport one_case();
    heddle::model::ExerciseReport exercise();
    heddle::session::Replay replay();
    std::vector<heddle::session::ListRow> rows();
    heddle::session::CourseProof proof();

    int below(int limit) { return std::uniform_int_distribution<int>(0, limit - 1)(random_); }
    bool one_in(int number) { return below(number) == 0; }

  private:
    std::optional<heddle::model::SourceLine> where();
    heddle::model::Finding finding();

    std::mt19937 random_;
};
