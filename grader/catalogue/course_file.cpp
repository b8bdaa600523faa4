#include "catalogue/course_file.hpp"

#include <sstream>

#include "catalogue/table_reader.hpp"

namespace heddle::catalogue {
namespace {

namespace fs = std::filesystem;

base::Expected<std::map<std::string, std::string>> read_forms(const toml::table& table,
                                                              const fs::path& file) {
    TableReader reader(table, file);
    std::map<std::string, std::string> forms;
    for (const auto& [key, node] : table) {
        const std::string exercise(key.str());
        forms[exercise] = reader.text(exercise);
    }
    if (auto mistake = reader.finish()) return base::fail(*std::move(mistake));
    return forms;
}

base::Expected<Stamp> read_stamp(const toml::table& table, const fs::path& file) {
    TableReader reader(table, file);
    Stamp stamp;
    stamp.audience = reader.text("for");
    stamp.version = reader.text("heddle");
    const toml::table* const forms = reader.table_or_null("forms");
    if (auto mistake = reader.finish()) return base::fail(*std::move(mistake));
    if (forms == nullptr) return stamp;
    auto read = read_forms(*forms, file);
    if (!read) return tl::unexpected(read.error());
    stamp.forms = *std::move(read);
    return stamp;
}

// In double quotes, with whatever needs it escaped.
std::string quoted(const std::string& text) {
    const toml::value<std::string> value(text);
    std::ostringstream stream;
    stream << toml::toml_formatter(value, toml::format_flags::none);
    return stream.str();
}

std::string to_toml(const Stamp& stamp) {
    std::string text =
        "\n# What this is a copy of. `forms` tells a later Heddle whether a submission still "
        "fits.\n"
        "[edition]\n"
        "for = " +
        quoted(stamp.audience) + "\nheddle = " + quoted(stamp.version) + "\n\n[edition.forms]\n";
    for (const auto& [exercise, form] : stamp.forms)
        text += exercise + " = " + quoted(form) + "\n";
    return text;
}

}  // namespace

base::Expected<CourseFile> read_course_file(const fs::path& file) {
    const auto table = parse_toml(file);
    if (!table) return tl::unexpected(table.error());

    TableReader reader(*table, file);
    CourseFile course;
    course.title = reader.text("title");
    course.salt = reader.text("salt");
    const toml::table* const edition = reader.table_or_null("edition");
    if (auto mistake = reader.finish()) return base::fail(*std::move(mistake));
    if (edition == nullptr) return course;
    auto stamp = read_stamp(*edition, file);
    if (!stamp) return tl::unexpected(stamp.error());
    course.stamp = *std::move(stamp);
    return course;
}

std::string to_toml(const CourseFile& course) {
    return "title = " + quoted(course.title) + "\nsalt = " + quoted(course.salt) + "\n" +
           (course.stamp ? to_toml(*course.stamp) : "");
}

}  // namespace heddle::catalogue
