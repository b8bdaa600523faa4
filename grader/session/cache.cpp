#include "session/cache.hpp"

#include <chrono>

#include "base/file.hpp"
#include "base/hash.hpp"
#include "session/report_store.hpp"

namespace heddle::session {
namespace {

namespace fs = std::filesystem;

// Size and time of a file that set-up made: it is only ever replaced as a whole.
void add_stamp(base::Hasher& hasher, const fs::path& file) {
    std::error_code failure;
    const auto time = fs::last_write_time(file, failure).time_since_epoch().count();
    const auto size = failure ? 0 : fs::file_size(file, failure);
    hasher.add(file.string()).add(std::to_string(size)).add(std::to_string(time));
}

void add_tools(base::Hasher& hasher, const Course& course, const std::string& exercise) {
    add_stamp(hasher, "/proc/self/exe");
    add_stamp(hasher, compiled_folder(course.place) / "course.json");
    add_stamp(hasher, course.plan.compiler.path);
    for (const auto& [flavour, plan] : course.plan.flavours) {
        for (const std::string& object : plan.trusted)
            add_stamp(hasher, object);
    }
    const auto tests = course.plan.tests.find(exercise);
    if (tests == course.plan.tests.end()) return;
    for (const auto& [mode, objects] : tests->second) {
        for (const std::string& object : objects)
            add_stamp(hasher, object);
    }
}

// Named after what the files hold: when they change, no report is theirs.
fs::path last_path(const Course& course, const catalogue::Exercise& exercise) {
    base::Hasher hasher;
    for (const std::string& file : exercise.files) {
        hasher.add(base::read_file(exercise.folder / file).value_or(""));
    }
    return course.place.build / "last" / exercise.name / (hasher.hex() + ".json");
}

fs::path cache_path(const Course& course, const std::string& key) {
    return course.place.build / "cache" / (key + ".json");
}

std::optional<model::ExerciseReport> load(const fs::path& path) {
    const auto text = base::read_file(path);
    return text ? report_from(*text) : std::nullopt;
}

// The address of a check's report: everything it depends on, hashed.
std::string cache_key(const Course& course, const GradeRequest& request) {
    base::Hasher hasher;
    hasher.add("heddle.cache/1").add(request.exercise.name).add(request.seed.print());
    hasher.add(request.tests == Tests::all ? "all" : "visible");
    hasher.add(request.budget == Budget::usual ? "usual" : "thorough");
    hasher.add(std::to_string(request.repeats));
    const catalogue::Budget& budget = request.exercise.budget;
    for (const int n : {budget.hunt, budget.tsan, budget.asan})
        hasher.add(std::to_string(n));
    for (const auto& [name, content] : request.submission)
        hasher.add(name).add(content);
    std::vector<std::string> given = {"port.hpp", "port.cpp"};
    given.insert(given.end(), request.exercise.contract.begin(), request.exercise.contract.end());
    for (const std::string& file : given)
        hasher.add(file).add(base::read_file(request.exercise.folder / file).value_or(""));
    add_tools(hasher, course, request.exercise.name);
    return hasher.hex();
}

}  // namespace

model::ExerciseReport grade_or_recall(const Course& course, const GradeRequest& request,
                                      Listener& listener) {
    const fs::path path = cache_path(course, cache_key(course, request));
    if (auto known = load(path)) {
        known->cached = true;
        return *known;
    }
    model::ExerciseReport report = grade(course, request, listener);
    if (report.graded) (void)base::write_file(path, to_text(report));
    return report;
}

build::ObjectStore object_store(const Course& course, const std::string& exercise) {
    base::Hasher hasher;
    add_tools(hasher.add("heddle.objects/1"), course, exercise);
    return {course.place.build / "cache" / "objects", hasher.hex()};
}

std::optional<model::ExerciseReport> last_report(const Course& course,
                                                 const catalogue::Exercise& exercise) {
    return load(last_path(course, exercise));
}

void keep_last(const Course& course, const catalogue::Exercise& exercise,
               const model::ExerciseReport& report) {
    std::error_code ignored;
    const fs::path path = last_path(course, exercise);
    fs::remove_all(path.parent_path(), ignored);
    (void)base::write_file(path, to_text(report));
}

}  // namespace heddle::session
