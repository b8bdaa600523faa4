// What every command needs at hand: the catalogue, how to build, and where
// things lie. Opened once a process; read-only afterwards, safe from any thread.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "base/error.hpp"
#include "build/plan.hpp"
#include "build/submission.hpp"
#include "catalogue/catalogue.hpp"
#include "session/session.hpp"

namespace heddle::session {

struct Course {
    Place place;
    catalogue::Catalogue catalogue;
    build::Plan plan;

    std::string toolchain() const;  // "g++ 12.2.0"

    // The untouched files of an exercise: an edition brings them; elsewhere they are kept in the
    // build folder since set-up.
    std::filesystem::path skeleton_of(const catalogue::Exercise& exercise) const;

    std::filesystem::path solution_of(const catalogue::Exercise& exercise) const {
        return place.root / "solutions" / exercise.name;
    }
};

// Where everything lies that was compiled by the place's compiler, and course.json: the build
// folder, or for another compiler than set-up's a folder in it, as the launcher names it.
std::filesystem::path compiled_folder(const Place& place);

// An Error when course.toml or the set-up's result can't be read. Keeps a copy of every skeleton
// that has none yet.
base::Expected<Course> open_course(const Place& place);

// The same, for what only the course itself can do: in an edition, whose stamp says so, an Error
// that names what was to be done.
base::Expected<Course> open_whole_course(const Place& place, std::string_view doing);

// True when the student has changed any file of the exercise.
bool is_touched(const Course& course, const catalogue::Exercise& exercise);

// A folder of our own for one check, gone with this object.
class Workplace {
  public:
    static base::Expected<Workplace> make(const Place& place);
    ~Workplace();
    Workplace(Workplace&& other) noexcept;
    Workplace& operator=(Workplace&&) = delete;

    const std::filesystem::path& path() const { return path_; }

  private:
    explicit Workplace(std::filesystem::path path) : path_(std::move(path)) {}
    std::filesystem::path path_;
};

}  // namespace heddle::session
