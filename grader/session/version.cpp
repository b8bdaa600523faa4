// version(): for a report of a bug.
#include "session/course.hpp"

namespace heddle::session {

Version version(const Place& place) {
    const auto course = open_course(place);
    return {HEDDLE_VERSION, course ? course->toolchain() : ""};
}

}  // namespace heddle::session
