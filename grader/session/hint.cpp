// hint(): one hint further at each call; how far is kept in the build folder.
#include <algorithm>
#include <charconv>

#include "base/file.hpp"
#include "session/course.hpp"

namespace heddle::session {
namespace {

// 0 before the first hint, and when the file is anything but a number.
int hints_given(const std::filesystem::path& path) {
    const auto text = base::read_file(path);
    int given = 0;
    if (text) std::from_chars(text->data(), text->data() + text->size(), given);
    return std::max(given, 0);
}

}  // namespace

base::Expected<Hint> hint(const Place& place, std::string_view exercise_name) {
    const auto course = open_course(place);
    if (!course) return base::fail(course.error());
    const auto exercise = course->catalogue.find(exercise_name);
    if (!exercise) return base::fail(exercise.error());
    const auto path = place.build / "hints" / exercise->name;
    const int of = static_cast<int>(exercise->hints.size());
    const int number = std::min(hints_given(path) + 1, of);
    if (auto kept = base::write_file(path, std::to_string(number)); !kept) {
        return base::fail(kept.error());
    }
    return Hint{exercise->name, number, of,
                exercise->hints.at(static_cast<std::size_t>(number - 1))};
}

}  // namespace heddle::session
