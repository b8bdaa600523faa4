#include "build/submission.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <system_error>

#include "base/file.hpp"
#include "base/text.hpp"

namespace heddle::build {
namespace {

namespace fs = std::filesystem;

// What isn't code has a reader of its own, which says better what is the matter with it.
bool is_code(const fs::path& path) {
    return path.extension() != ".toml";
}

base::Expected<std::string> read_student_file(const fs::path& path) {
    auto content = base::read_file(path, largest_submitted_file_bytes);
    if (!content || !is_code(path)) return content;
    if (content->find_first_not_of(" \t\r\n") == std::string::npos)
        return base::fail({"the file is empty", path.string(),
                           "Write your solution there, or start over with ./heddle reset."});
    if (!base::is_utf8(*content))
        return base::fail({"the file is not UTF-8 text", path.string(),
                           "Save it as UTF-8; in most editors that is a setting of \"Save as\"."});
    return content;
}

base::Error refused(const fs::path& path, fs::file_type type) {
    const char* kind = type == fs::file_type::symlink     ? "a symbolic link"
                       : type == fs::file_type::directory ? "a folder"
                                                          : "not an ordinary file";
    return {fmt::format("this is {}", kind), path.string(), "Put the file itself there."};
}

base::Error nothing_here(const catalogue::Exercise& exercise, const fs::path& folder) {
    std::string hint = fmt::format("Put {} there.", fmt::join(exercise.files, ", "));
    const std::vector<std::string> elsewhere = misplaced(exercise, folder);
    if (!elsewhere.empty())
        hint += fmt::format(" Is it {}? Then move it up.", fmt::join(elsewhere, ", "));
    return {fmt::format("nothing of {} is here", exercise.name), folder.string(), hint};
}

}  // namespace

base::Expected<Submission> read_submission(const catalogue::Exercise& exercise,
                                           const fs::path& folder) {
    Submission submission;
    for (const std::string& name : exercise.files) {
        const fs::path path = folder / name;
        std::error_code error;
        const fs::file_type type = fs::symlink_status(path, error).type();
        if (type == fs::file_type::not_found) continue;
        if (error) return base::fail({error.message(), path.string(), "Check its permissions."});
        if (type != fs::file_type::regular) return base::fail(refused(path, type));

        auto content = read_student_file(path);
        if (!content) return tl::unexpected(content.error());
        submission.emplace(name, *std::move(content));
    }
    if (submission.empty()) return base::fail(nothing_here(exercise, folder));
    return submission;
}

std::vector<std::string> misplaced(const catalogue::Exercise& exercise, const fs::path& folder) {
    constexpr int deepest = 3;
    constexpr int most_looked_at = 10'000;
    std::vector<std::string> found;
    std::error_code error;
    int looked_at = 0;
    for (fs::recursive_directory_iterator entry(folder, error), end; entry != end && !error;
         entry.increment(error)) {
        if (++looked_at > most_looked_at) break;
        if (entry.depth() == deepest) entry.disable_recursion_pending();
        const std::string name = entry->path().filename().string();
        const std::string path = entry->path().lexically_relative(folder).string();
        const bool is_ours = std::count(exercise.files.begin(), exercise.files.end(), name) > 0;
        if (entry.depth() == 0 || !is_ours || !base::is_utf8(path)) continue;
        if (!fs::exists(fs::symlink_status(folder / name, error))) found.push_back(path);
    }
    std::sort(found.begin(), found.end());
    return found;
}

}  // namespace heddle::build
