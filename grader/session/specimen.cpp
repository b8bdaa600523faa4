#include "session/specimen.hpp"

#include <algorithm>
#include <set>

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
    std::set<std::string> taken;
    for (std::vector<Specimen>& specimens : by_exercise) {
        std::erase_if(specimens, [&taken](const Specimen& each) {
            return each.kind == Specimen::Kind::wrong && !taken.insert(each.diagnosis).second;
        });
    }
}

}  // namespace heddle::session
