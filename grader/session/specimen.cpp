#include "session/specimen.hpp"

#include <algorithm>
#include <map>

namespace heddle::session {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t right_in_sample = 3;

std::vector<fs::path> first_of(std::vector<fs::path> folders, Extent extent, std::size_t sample) {
    if (extent == Extent::sample && folders.size() > sample) folders.resize(sample);
    return folders;
}

std::vector<fs::path> folders_in(const fs::path& parent) {
    std::vector<fs::path> folders;
    std::error_code ignored;
    for (const auto& entry : fs::directory_iterator(parent, ignored)) {
        if (entry.is_directory()) folders.push_back(entry.path());
    }
    std::sort(folders.begin(), folders.end());
    return folders;
}

}  // namespace

std::vector<Specimen> specimens_of(const Course& course, const catalogue::Exercise& exercise,
                                   Extent extent) {
    std::vector<Specimen> all = {
        {Specimen::Kind::skeleton, exercise.folder, "the skeleton", ""},
        {Specimen::Kind::solution, course.solution_of(exercise), "the solution", ""}};
    const fs::path tests = course.place.root / "tests";
    const auto styles = folders_in(tests / "right" / exercise.name);
    for (const fs::path& style : first_of(styles, extent, right_in_sample)) {
        all.push_back({Specimen::Kind::right, style, "right/" + style.filename().string(), ""});
    }
    for (const fs::path& diagnosis : folders_in(tests / "wrong" / exercise.name)) {
        const std::string id = diagnosis.filename();
        for (const fs::path& mistake : first_of(folders_in(diagnosis), extent, 1)) {
            all.push_back({Specimen::Kind::wrong, mistake,
                           "wrong/" + id + "/" + mistake.filename().string(), id});
        }
    }
    return all;
}

void keep_each_diagnosis_once(std::vector<std::vector<Specimen>>& by_exercise) {
    std::map<std::string, std::vector<std::size_t>> exercises;  // those that have a diagnosis
    for (std::size_t i = 0; i < by_exercise.size(); ++i) {
        for (const Specimen& each : by_exercise[i]) {
            if (each.kind == Specimen::Kind::wrong) exercises[each.diagnosis].push_back(i);
        }
    }
    std::vector<int> kept(by_exercise.size());
    std::map<std::string, std::size_t> keeper;
    for (const auto& [diagnosis, those] : exercises) {
        keeper[diagnosis] = *std::min_element(those.begin(), those.end(),
                                              [&](auto a, auto b) { return kept[a] < kept[b]; });
        ++kept[keeper[diagnosis]];
    }
    for (std::size_t i = 0; i < by_exercise.size(); ++i) {
        std::erase_if(by_exercise[i], [&](const Specimen& each) {
            return each.kind == Specimen::Kind::wrong && keeper[each.diagnosis] != i;
        });
    }
}

}  // namespace heddle::session
