// A small course on disk for tests of the catalogue.
#pragma once

#include <string>
#include <string_view>

#include "base/file.hpp"
#include "temporary_folder.hpp"

inline const std::string sound_exercise = R"(title = "Lost update"
unit = 2
minutes = 20
beyond_lecture = false
summary = "Two threads, one counter."
files = ["hit_counter.hpp", "hit_counter.cpp"]
contract = []
hints = ["look", "think", "std::mutex"]
outcome = "unfinished"
max_score = 10
)";

class CourseFolder {
  public:
    CourseFolder() { write("course.toml", "title = \"Course\"\nsalt = \"s\"\n"); }

    void write(std::string_view file, std::string_view text) const {
        if (!heddle::base::write_file(folder_.path() / file, text)) std::abort();
    }
    void add_exercise(std::string_view name, std::string_view text = sound_exercise) const {
        write(std::string("exercises/") + std::string(name) + "/exercise.toml", text);
    }
    const std::filesystem::path& path() const { return folder_.path(); }

  private:
    TemporaryFolder folder_;
};
