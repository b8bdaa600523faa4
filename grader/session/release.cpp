// release(): an edition of the course as a git repository, for others to clone.
#include "base/file.hpp"
#include "session/edition_files.hpp"
#include "session/git.hpp"

namespace heddle::session {
namespace {

namespace fs = std::filesystem;
using base::Expected;
using catalogue::Audience;

bool is_inside(const fs::path& folder, const fs::path& parent) {
    const fs::path way = folder.lexically_relative(parent);
    return !way.empty() && *way.begin() != "..";
}

base::Error cannot_write(const fs::path& folder, const std::error_code& failure) {
    return {"can't write: " + failure.message(), folder.string(),
            "Give --out a folder where you may write."};
}

// An Error unless the folder is empty or not there yet, and outside the course.
Expected<void> refuse_unfit(const fs::path& folder, const fs::path& root) {
    std::error_code failure;
    const fs::path real = fs::weakly_canonical(folder, failure);
    if (failure) return base::fail(cannot_write(folder, failure));
    if (is_inside(real, fs::weakly_canonical(root, failure))) {
        return base::fail({"this is inside the course itself", folder.string(),
                           "Give --out a folder elsewhere, such as ../heddle-edition."});
    }
    const fs::file_status status = fs::status(folder, failure);
    if (status.type() == fs::file_type::not_found) return {};
    if (!fs::is_directory(status)) {
        return base::fail(
            {"not a folder", folder.string(), "Give --out the name of a new folder."});
    }
    const bool is_empty = fs::is_empty(folder, failure);
    if (failure) return base::fail(cannot_write(folder, failure));
    if (is_empty) return {};
    return base::fail({"the folder isn't empty", folder.string(),
                       "Give --out the name of a new folder; nothing is ever written over."});
}

// The folder that becomes the edition. What is in it goes again unless it was finished.
class OutputFolder {
  public:
    static Expected<OutputFolder> make(const fs::path& folder) {
        std::error_code failure;
        const bool is_new = fs::create_directories(folder, failure);
        if (failure) return base::fail(cannot_write(folder, failure));
        return OutputFolder(folder, is_new);
    }
    ~OutputFolder() {
        if (folder_.empty()) return;
        std::error_code ignored;
        for (const auto& entry : fs::directory_iterator(folder_, ignored))
            fs::remove_all(entry.path(), ignored);
        if (is_new_) fs::remove(folder_, ignored);
    }
    OutputFolder(OutputFolder&& other) noexcept
        : folder_(std::exchange(other.folder_, {})), is_new_(other.is_new_) {}
    OutputFolder& operator=(OutputFolder&&) = delete;

    void finish() { folder_.clear(); }

  private:
    OutputFolder(fs::path folder, bool is_new) : folder_(std::move(folder)), is_new_(is_new) {}
    fs::path folder_;
    bool is_new_;
};

Expected<void> write(const Tree& tree, const fs::path& folder) {
    for (const auto& [path, content] : tree) {
        if (auto done = base::write_file(folder / path, content); !done) return done;
        if (!content.starts_with("#!")) continue;
        std::error_code failure;
        fs::permissions(folder / path, fs::perms(0755), failure);
        if (failure) return base::fail(cannot_write(folder / path, failure));
    }
    return {};
}

// A branch whose last commit holds the tree, laid over what the branch before it holds.
Expected<ReleasedBranch> commit(const fs::path& folder, const std::string& branch, const Tree& tree,
                                const std::string& message) {
    Git git(folder, GitSettings::none);
    if (auto done = write(tree, folder); !done) return base::fail(done.error());
    for (const std::vector<std::string>& words :
         {std::vector<std::string>{"checkout", "-q", "-b", branch},
          {"add", "--all", "--force"},
          {"commit", "-q", "-m", message}}) {
        if (auto done = git.run(words); !done) return base::fail(done.error());
    }
    const auto id = git.run({"rev-parse", "HEAD"});
    if (!id) return base::fail(id.error());
    return ReleasedBranch{branch, id->substr(0, id->find('\n')), static_cast<int>(tree.size())};
}

Expected<std::vector<ReleasedBranch>> make_repository(const fs::path& folder, const Tree& main,
                                                      const Tree& solutions) {
    Git git(folder, GitSettings::none);
    const auto made = git.run({"init", "-q", "--template=", "-b", "unborn"});
    if (!made) return base::fail(made.error());
    std::vector<ReleasedBranch> branches;
    auto first = commit(folder, "main", main, "Heddle " HEDDLE_VERSION);
    if (!first) return base::fail(first.error());
    branches.push_back(*std::move(first));
    if (solutions.empty()) return branches;
    auto second = commit(folder, "solutions", solutions, "The solutions, with notes");
    if (!second) return base::fail(second.error());
    branches.push_back(*std::move(second));
    const auto back = git.run({"checkout", "-q", "main"});
    if (!back) return base::fail(back.error());
    return branches;
}

Expected<Tree> solutions_for(const Course& course, Audience audience) {
    if (audience == Audience::students) return Tree{};
    return solution_files(course);
}

}  // namespace

Expected<Release> release(const Place& place, Audience audience, const fs::path& folder) {
    const auto course = open_whole_course(place, "make editions");
    if (!course) return base::fail(course.error());
    if (auto fit = refuse_unfit(folder, place.root); !fit) return base::fail(fit.error());
    const auto main = edition_files(*course, audience);
    if (!main) return base::fail(main.error());
    const auto solutions = solutions_for(*course, audience);
    if (!solutions) return base::fail(solutions.error());

    auto output = OutputFolder::make(folder);
    if (!output) return base::fail(output.error());
    auto branches = make_repository(folder, *main, *solutions);
    if (!branches) return base::fail(branches.error());
    output->finish();
    return Release{audience, folder, static_cast<int>(course->catalogue.names().size()),
                   *std::move(branches)};
}

}  // namespace heddle::session
