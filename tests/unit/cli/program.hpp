// Runs heddle as a person would, on streams that remember; and answers for the fake session to
// give.
#pragma once

#include <cstdio>
#include <string>
#include <vector>

#include "model/report.hpp"
#include "session/answers.hpp"
#include "temporary_folder.hpp"

struct Result {
    int code = 0;
    std::string out;
    std::string err;
};

// The words after "heddle".
Result heddle_run(std::vector<const char*> words);

// A stream that remembers.
class Memory {
  public:
    Memory() : stream_(std::tmpfile()) {}
    ~Memory() { std::fclose(stream_); }
    Memory(const Memory&) = delete;
    Memory& operator=(const Memory&) = delete;

    std::FILE* stream() { return stream_; }
    std::string text();

  private:
    std::FILE* stream_;
};

// A course in a folder of its own, which heddle finds; the fake session is as new.
struct Course {
    Course();
    ~Course();
    Course(const Course&) = delete;
    Course& operator=(const Course&) = delete;

    TemporaryFolder folder;
};

// One case, of 10 points.
heddle::model::ExerciseReport graded(const char* exercise, int score);
heddle::model::ExerciseReport not_graded(const char* exercise);
heddle::session::ListRow row(const char* exercise);
