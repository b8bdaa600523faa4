#include "build/stage.hpp"

#include <system_error>

#include "base/file.hpp"

namespace heddle::build {
namespace {

namespace fs = std::filesystem;

base::Expected<void> copy_one(const fs::path& from, const fs::path& to) {
    const auto content = base::read_file(from);
    if (!content) return tl::unexpected(content.error());
    return base::write_file(to, *content);
}

base::Expected<void> make_empty(const fs::path& folder) {
    std::error_code error;
    fs::remove_all(folder, error);
    if (!error) fs::create_directories(folder, error);
    if (error)
        return base::fail({"can't make this folder: " + error.message(), folder.string(),
                           "Check that you may write there and that the disk isn't full."});
    return {};
}

std::vector<std::string> sources_among(const std::vector<std::string>& files) {
    std::vector<std::string> sources;
    for (const std::string& file : files)
        if (file.ends_with(".cpp")) sources.push_back(file);
    sources.emplace_back("port.cpp");
    return sources;
}

// What the exercise gives and a submission can't replace.
std::vector<std::string> given_files(const catalogue::Exercise& exercise) {
    std::vector<std::string> files = exercise.contract;
    files.insert(files.end(), {"port.hpp", "port.cpp", "visible_test.cpp"});
    return files;
}

base::Expected<void> lay_out(const catalogue::Exercise& exercise, const fs::path& skeleton,
                             const Submission& submission, const fs::path& folder) {
    for (const std::string& file : exercise.files) {
        const auto submitted = submission.find(file);
        const auto result = submitted == submission.end()
                                ? copy_one(skeleton / file, folder / file)
                                : base::write_file(folder / file, submitted->second);
        if (!result) return result;
    }
    for (const std::string& file : given_files(exercise))
        if (const auto result = copy_one(exercise.folder / file, folder / file); !result)
            return result;
    return {};
}

}  // namespace

base::Expected<Staged> stage(const catalogue::Exercise& exercise, const fs::path& skeleton,
                             const Submission& submission, const fs::path& workplace) {
    Staged staged;
    staged.exercise = exercise.name;
    staged.folder = fs::absolute(workplace) / "staged";
    staged.output = fs::absolute(workplace) / "out";
    staged.files = exercise.files;
    staged.sources = sources_among(exercise.files);
    for (const fs::path& folder : {staged.folder, staged.output})
        if (const auto made = make_empty(folder); !made) return tl::unexpected(made.error());
    if (const auto laid = lay_out(exercise, skeleton, submission, staged.folder); !laid)
        return tl::unexpected(laid.error());
    return staged;
}

}  // namespace heddle::build
