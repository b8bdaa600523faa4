#include "session/left_out.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <set>

#include "base/text.hpp"
#include "build/code_files.hpp"
#include "build/submission.hpp"

namespace heddle::session {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t most_named = 3;

std::set<std::string> known_files(const catalogue::Exercise& exercise) {
    std::set<std::string> known = {"port.hpp", "port.cpp", "visible_test.cpp"};
    known.insert(exercise.files.begin(), exercise.files.end());
    known.insert(exercise.contract.begin(), exercise.contract.end());
    return known;
}

}  // namespace

std::optional<model::Observation> left_out(const catalogue::Exercise& exercise,
                                           const fs::path& folder) {
    const std::set<std::string> known = known_files(exercise);
    std::set<std::string> strange;
    std::error_code ignored;
    for (const auto& entry : fs::directory_iterator(folder, ignored)) {
        const std::string name = entry.path().filename().string();
        if (build::is_code(entry.path()) && known.count(name) == 0 && base::is_utf8(name))
            strange.insert(name);
    }
    if (strange.empty() || exercise.files.empty()) return std::nullopt;
    std::vector<std::string> named(strange.begin(), strange.end());
    if (named.size() > most_named) {
        named.resize(most_named);
        named.emplace_back("…");
    }
    return model::Observation{"left-out",
                              fmt::format("not taken, since the exercise consists of {} only: {}",
                                          fmt::join(exercise.files, ", "), fmt::join(named, ", "))};
}

std::optional<model::Observation> misplaced(const catalogue::Exercise& exercise,
                                            const fs::path& folder) {
    const std::vector<std::string> files = build::misplaced(exercise, folder);
    if (files.empty()) return std::nullopt;
    return model::Observation{
        "misplaced",
        fmt::format("the skeleton was graded in place of {}: move it to the top, where "
                    "the exercise's files belong",
                    fmt::join(files, ", "))};
}

}  // namespace heddle::session
