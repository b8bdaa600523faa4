#include "session/course.hpp"

#include <stdlib.h>

#include <algorithm>
#include <cctype>
#include <cerrno>
#include <cstring>

#include "base/file.hpp"

namespace heddle::session {
namespace {

namespace fs = std::filesystem;

base::Expected<void> keep_skeleton(const catalogue::Exercise& exercise, const fs::path& to) {
    std::error_code ignored;
    if (fs::exists(to, ignored)) return {};
    for (const std::string& file : exercise.files) {
        const auto content = base::read_file(exercise.folder / file);
        if (!content) return base::fail(content.error());
        if (auto kept = base::write_file(to / file, *content); !kept) return kept;
    }
    return {};
}

base::Expected<build::Plan> plan_for(const Place& place) {
    auto plan = build::read_plan(compiled_folder(place));
    if (place.compiler.empty()) return plan;
    const fs::path found = plan ? fs::path(plan->compiler.path) : fs::path();
    if (found == place.compiler || found.filename() == place.compiler) return plan;
    return base::fail({"the course isn't set up for this compiler", place.compiler,
                       "Run ./heddle itself: it sets up what --compiler names."});
}

}  // namespace

fs::path compiled_folder(const Place& place) {
    if (place.compiler.empty()) return place.build;
    std::string name = place.compiler;
    std::replace_if(
        name.begin(), name.end(),
        [](unsigned char c) { return !std::isalnum(c) && !std::strchr("+._-", c); }, '_');
    return place.build / ("with-" + name);
}

std::string Course::toolchain() const {
    return (plan.compiler.id == "GNU" ? "g++ " : "clang++ ") + plan.compiler.version;
}

fs::path Course::skeleton_of(const catalogue::Exercise& exercise) const {
    const fs::path& home = catalogue.stamp() ? place.root : place.build;
    return home / "skeletons" / exercise.name;
}

base::Expected<Course> open_course(const Place& place) {
    auto catalogue = catalogue::Catalogue::open(place.root);
    if (!catalogue) return base::fail(catalogue.error());
    auto plan = plan_for(place);
    if (!plan) return base::fail(plan.error());
    Course course{place, std::move(*catalogue), std::move(*plan)};
    if (course.catalogue.stamp()) return course;  // it brought its skeletons along
    for (const std::string& name : course.catalogue.names()) {
        const auto exercise = course.catalogue.find(name);
        if (!exercise) continue;  // told when somebody asks for it
        const auto kept = keep_skeleton(*exercise, course.skeleton_of(*exercise));
        if (!kept) return base::fail(kept.error());
    }
    return course;
}

base::Expected<Course> open_whole_course(const Place& place, std::string_view doing) {
    auto course = open_course(place);
    if (!course || !course->catalogue.stamp()) return course;
    return base::fail({"this edition can't " + std::string(doing), place.root.string(),
                       "Solutions and the programs that prove the course aren't in it; the course "
                       "that it was made from has them."});
}

bool is_touched(const Course& course, const catalogue::Exercise& exercise) {
    for (const std::string& file : exercise.files) {
        const auto own = base::read_file(exercise.folder / file);
        const auto skeleton = base::read_file(course.skeleton_of(exercise) / file);
        if (!own || !skeleton || *own != *skeleton) return true;
    }
    return false;
}

base::Expected<Workplace> Workplace::make(const Place& place) {
    std::error_code failure;
    const fs::path parent = place.build / "work";
    fs::create_directories(parent, failure);
    std::string pattern = (parent / "check-XXXXXX").string();
    if (failure || mkdtemp(pattern.data()) == nullptr) {
        const int error = failure ? failure.value() : errno;
        return base::fail({base::system_message(error), parent.string(),
                           "Free some space, or name another folder with HEDDLE_BUILD."});
    }
    return Workplace(pattern);
}

Workplace::Workplace(Workplace&& other) noexcept : path_(std::exchange(other.path_, {})) {}

Workplace::~Workplace() {
    std::error_code ignored;
    if (!path_.empty()) fs::remove_all(path_, ignored);
}

}  // namespace heddle::session
