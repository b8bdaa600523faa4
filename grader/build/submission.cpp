#include "build/submission.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

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
    if (submission.empty())
        return base::fail({fmt::format("nothing of {} is here", exercise.name), folder.string(),
                           fmt::format("Put {} there.", fmt::join(exercise.files, ", "))});
    return submission;
}

}  // namespace heddle::build
