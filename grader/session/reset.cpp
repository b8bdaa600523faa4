// reset(): back to the skeleton; the student's own files are kept beside it.
#include <ctime>

#include "base/file.hpp"
#include "session/course.hpp"

namespace heddle::session {
namespace {

namespace fs = std::filesystem;
using base::Expected;

// build/resets/10-lost-update/1, …/2: the first number that is free.
fs::path free_folder(const Place& place, const std::string& exercise) {
    std::error_code ignored;
    for (int number = 1;; ++number) {
        fs::path folder = place.build / "resets" / exercise / std::to_string(number);
        if (!fs::exists(folder, ignored)) return folder;
    }
}

Expected<bool> reset_file(const fs::path& own, const fs::path& skeleton, const fs::path& copy) {
    const auto original = base::read_file(skeleton);
    if (!original) return base::fail(original.error());
    const auto current = base::read_file(own);
    if (current && *current == *original) return false;
    if (current) {
        if (auto kept = base::write_file(copy, *current); !kept) return base::fail(kept.error());
    }
    if (auto back = base::write_file(own, *original); !back) return base::fail(back.error());
    return true;
}

}  // namespace

Expected<Reset> reset(const Place& place, std::string_view exercise_name) {
    const auto course = open_course(place);
    if (!course) return base::fail(course.error());
    const auto exercise = course->catalogue.find(exercise_name);
    if (!exercise) return base::fail(exercise.error());
    const fs::path copies = free_folder(place, exercise->name);
    Reset result{exercise->name, {}, {}};
    for (const std::string& file : exercise->files) {
        const auto changed = reset_file(exercise->folder / file,
                                        course->skeleton_of(*exercise) / file, copies / file);
        if (!changed) return base::fail(changed.error());
        if (*changed) result.files.push_back(file);
    }
    if (!result.files.empty()) result.copy = copies;
    return result;
}

}  // namespace heddle::session
