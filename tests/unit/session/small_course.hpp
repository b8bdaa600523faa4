// A course of three exercises on disk, and a folder beside it that somebody handed in.
#pragma once

#include "catalogue/course_folder.hpp"
#include "session/course.hpp"

inline std::string exercise_with(const std::string& files) {
    std::string text = sound_exercise;
    const std::string listed = R"(["hit_counter.hpp", "hit_counter.cpp"])";
    return text.replace(text.find(listed), listed.size(), files);
}

class SmallCourse {
  public:
    SmallCourse() {
        folder_.add_exercise("03-warehouse", exercise_with(R"(["sum.cpp", "diagnosis.toml"])"));
        folder_.add_exercise("10-lost-update");
        folder_.add_exercise("22-capstone", exercise_with(R"(["queue.hpp", "diagnosis.toml"])"));
        for (const char* name : {"03-warehouse", "10-lost-update", "22-capstone"}) {
            const std::string folder = std::string("exercises/") + name;
            folder_.write(folder + "/port.hpp", "int port();\n");
            folder_.write(folder + "/port.cpp", "int port() { return 1; }\n");
        }
    }

    heddle::session::Course open() const {
        return {{folder_.path(), folder_.path() / "build"},
                heddle::catalogue::Catalogue::open(folder_.path()).value(),
                {}};
    }

    void write(std::string_view file, std::string_view text) const { folder_.write(file, text); }

    // What was handed in.
    std::filesystem::path submission() const { return folder_.path() / "submission"; }
    void hand_in(const std::string& file, std::string_view text = "int x;\n") const {
        folder_.write("submission/" + file, text);
    }

  private:
    CourseFolder folder_;
};
