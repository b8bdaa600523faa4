#include "catalogue/exercise.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.hpp"
#include "catalogue/table_reader.hpp"

namespace heddle::catalogue {
namespace {

constexpr Range schedules = {1, 1'000'000};

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}
bool is_word_letter(char c) {
    return is_digit(c) || (c >= 'a' && c <= 'z');
}

// A name without folders that can't be mistaken for one of the given files.
bool is_student_file_name(std::string_view name) {
    const bool is_plain = !name.empty() && name.front() != '.' &&
                          name.find_first_of("/\\\n") == std::string_view::npos;
    return is_plain && name != "visible_test.cpp" && name != "exercise.toml" &&
           !name.starts_with("port.");
}

void check_names(TableReader& reader, std::string_view key, const std::vector<std::string>& names) {
    for (const std::string& name : names)
        if (!is_student_file_name(name))
            reader.refuse(
                key, fmt::format("'{}' can't be a file of an exercise", name),
                "Use a plain name in the exercise's own folder, not a test's or the port's.");
}

model::Outcome read_outcome(TableReader& reader) {
    const std::string word = reader.text("outcome");
    const auto outcome = model::outcome_named(word);
    if (!outcome)
        reader.refuse("outcome", fmt::format("no outcome is called '{}'", word),
                      "Name what the untouched skeleton gets, such as \"unfinished\".");
    return outcome.value_or(model::Outcome::unfinished);
}

std::optional<base::Error> read_budget(const toml::table& table, const std::filesystem::path& file,
                                       Budget& budget) {
    TableReader reader(table, file);
    budget.hunt = reader.whole_number_or("hunt", schedules, budget.hunt);
    budget.tsan = reader.whole_number_or("tsan", schedules, budget.tsan);
    budget.asan = reader.whole_number_or("asan", schedules, budget.asan);
    return reader.finish();
}

Exercise read_fields(TableReader& reader) {
    Exercise exercise;
    exercise.title = reader.text("title");
    exercise.unit = reader.whole_number("unit", {0, 9});
    exercise.minutes = std::chrono::minutes(reader.whole_number("minutes", {1, 600}));
    exercise.beyond_lecture = reader.flag("beyond_lecture");
    exercise.summary = reader.text("summary");
    exercise.files = reader.texts("files");
    exercise.contract = reader.texts("contract");
    exercise.hints = reader.texts("hints");
    exercise.outcome = read_outcome(reader);
    exercise.max_score = reader.whole_number("max_score", {0, 100});

    if (exercise.files.empty())
        reader.refuse("files", "'files' is empty", "List the student's files.");
    check_names(reader, "files", exercise.files);
    check_names(reader, "contract", exercise.contract);
    return exercise;
}

}  // namespace

bool is_exercise_name(std::string_view name) {
    if (name.size() < 4 || !is_digit(name[0]) || !is_digit(name[1]) || name[2] != '-') return false;
    const std::string_view slug = name.substr(3);
    return slug.front() != '-' && slug.back() != '-' &&
           std::all_of(slug.begin(), slug.end(),
                       [](char c) { return is_word_letter(c) || c == '-'; });
}

base::Expected<Exercise> read_exercise(const std::filesystem::path& folder) {
    const std::filesystem::path file = folder / "exercise.toml";
    const auto table = parse_toml(file);
    if (!table) return tl::unexpected(table.error());

    TableReader reader(*table, file);
    Exercise exercise = read_fields(reader);
    const toml::table* budget = reader.table_or_null("budget");
    if (auto mistake = reader.finish()) return base::fail(*std::move(mistake));
    if (budget != nullptr)
        if (auto mistake = read_budget(*budget, file, exercise.budget))
            return base::fail(*std::move(mistake));

    exercise.name = folder.filename().string();
    exercise.folder = std::filesystem::absolute(folder);
    return exercise;
}

}  // namespace heddle::catalogue
