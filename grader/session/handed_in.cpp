#include "session/handed_in.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <vector>

#include "base/file.hpp"
#include "base/text.hpp"
#include "catalogue/course_file.hpp"
#include "session/form.hpp"

namespace heddle::session {
namespace {

namespace fs = std::filesystem;
using catalogue::Exercise;

constexpr std::size_t largest_stamp_bytes = 1U << 16U;

fs::file_type type_of(const fs::path& path) {
    std::error_code ignored;
    return fs::symlink_status(path, ignored).type();
}

std::vector<fs::path> folders_in(const fs::path& folder) {
    std::vector<fs::path> found;
    std::error_code ignored;
    for (const auto& entry : fs::directory_iterator(folder, ignored)) {
        if (fs::is_directory(entry.path(), ignored)) found.push_back(entry.path());
    }
    std::sort(found.begin(), found.end());
    return found;
}

bool is_there(const fs::path& path) {
    const fs::file_type type = type_of(path);
    return type != fs::file_type::not_found && type != fs::file_type::none;
}

bool has_any(const fs::path& folder, const std::vector<std::string>& files) {
    return std::any_of(files.begin(), files.end(),
                       [&](const std::string& file) { return is_there(folder / file); });
}

bool has_all(const fs::path& folder, const std::vector<std::string>& files) {
    return std::all_of(files.begin(), files.end(),
                       [&](const std::string& file) { return is_there(folder / file); });
}

// Whether any of the files has another content than the one of its name in `original`.
bool differs(const fs::path& folder, const fs::path& original,
             const std::vector<std::string>& files) {
    return std::any_of(files.begin(), files.end(), [&](const std::string& file) {
        const auto own = base::read_file(folder / file, build::largest_submitted_file_bytes);
        const auto skeleton = base::read_file(original / file, build::largest_submitted_file_bytes);
        return !own || !skeleton || *own != *skeleton;
    });
}

// A folder's name as part of a report.
std::string readable(const std::string& name) {
    if (base::is_utf8(name)) return name;
    std::string text = name;
    std::replace_if(
        text.begin(), text.end(), [](char byte) { return (byte & 0x80) != 0; }, '?');
    return text;
}

std::string archive_or_file(const fs::path& path) {
    constexpr std::array<std::string_view, 7> archives = {".zip", ".tar", ".gz", ".tgz",
                                                          ".xz",  ".7z",  ".rar"};
    const std::string extension = path.extension().string();
    const bool is_archive =
        std::find(archives.begin(), archives.end(), extension) != archives.end();
    return is_archive ? "this is an archive, not a folder" : "this is a file, not a folder";
}

base::Expected<void> refuse_other_than_folder(const fs::path& folder) {
    std::error_code failure;
    const fs::file_status status = fs::status(folder, failure);
    if (status.type() == fs::file_type::not_found) {
        return base::fail({"there is no such folder", folder.string(),
                           "Give --submission the folder that holds the files."});
    }
    if (failure) return base::fail({failure.message(), folder.string(), "Check the path."});
    if (!fs::is_directory(status)) {
        return base::fail({archive_or_file(folder), folder.string(),
                           "Unpack it if need be; give --submission the folder with the files."});
    }
    (void)fs::directory_iterator(folder, failure);
    if (!failure) return {};
    return base::fail({failure.message(), folder.string(), "Check that you may read this folder."});
}

class Looking {
  public:
    Looking(const Course& course, const fs::path& folder) : course_(course), folder_(folder) {
        for (const std::string& name : course.catalogue.names()) {
            auto exercise = course.catalogue.find(name);
            if (exercise) exercises_.push_back(*std::move(exercise));
        }
    }

    HandedIn look() && {
        if (type_of(folder_ / "exercises") == fs::file_type::directory) {
            look_into_edition();
        } else {
            look_into_folders(folder_);
        }
        if (found_.layout != HandedIn::Layout::edition && found_.folders.empty()) look_at_files();
        return std::move(found_);
    }

  private:
    void refuse(const std::string& name, std::string what, const fs::path& where,
                std::string hint) {
        found_.refused[readable(name)] = {std::move(what), readable(where.string()),
                                          std::move(hint)};
        found_.folders.erase(name);
    }

    // --- A folder for each exercise ---

    void look_into_folders(const fs::path& parent) {
        for (const fs::path& folder : folders_in(parent)) {
            const std::string word = folder.filename().string();
            const auto name = course_.catalogue.name_of(word);
            if (name) {
                take(*name, folder);
            } else if (catalogue::is_exercise_name(word) || exercise_in(folder) != nullptr) {
                refuse_unknown(word, folder);
            }
        }
        if (!found_.folders.empty() || !found_.refused.empty())
            found_.layout = HandedIn::Layout::folders;
    }

    void take(const std::string& name, const fs::path& folder) {
        const auto earlier = found_.folders.find(name);
        if (earlier != found_.folders.end() || found_.refused.count(name) != 0) {
            refuse(name, "more than one folder is for this exercise", folder, "Keep one of them.");
        } else if (type_of(folder) == fs::file_type::symlink) {
            refuse(name, "this is a symbolic link", folder, "Put the folder itself there.");
        } else {
            found_.folders[name] = folder;
        }
    }

    void refuse_unknown(const std::string& word, const fs::path& folder) {
        const auto near = base::nearest(word, course_.catalogue.names());
        const Exercise* const held = exercise_in(folder);
        std::string hint = "`./heddle list` shows all exercises.";
        if (near)
            hint = fmt::format("Is it {}? Then rename the folder.", *near);
        else if (held != nullptr)
            hint = fmt::format(
                "It holds files of {0}, which belong at the top of what is handed in, "
                "or in a folder named {0}.",
                held->name);
        refuse(word, "no exercise has this name", folder, hint);
    }

    // The first exercise that the folder holds a file of; null where there is none.
    const Exercise* exercise_in(const fs::path& folder) const {
        const auto found =
            std::find_if(exercises_.begin(), exercises_.end(),
                         [&](const Exercise& exercise) { return has_any(folder, exercise.files); });
        return found == exercises_.end() ? nullptr : &*found;
    }

    // --- An edition ---

    void look_into_edition() {
        look_into_folders(folder_ / "exercises");
        found_.layout = HandedIn::Layout::edition;
        if (type_of(folder_ / "course.toml") == fs::file_type::regular) read_stamp();
        for (const Exercise& exercise : exercises_)
            look_at_exercise_of_edition(exercise);
    }

    // A stamp that can't be read is as none: a student may have written anything there.
    void read_stamp() {
        std::error_code ignored;
        if (fs::file_size(folder_ / "course.toml", ignored) > largest_stamp_bytes) return;
        auto file = catalogue::read_course_file(folder_ / "course.toml");
        if (file && file->stamp) stamp_ = *std::move(file->stamp);
    }

    void look_at_exercise_of_edition(const Exercise& exercise) {
        const auto place = found_.folders.find(exercise.name);
        if (place == found_.folders.end()) return;
        const fs::path folder = place->second;
        const bool is_touched =
            has_any(folder, exercise.files) &&
            differs(folder, course_.skeleton_of(exercise), exercise.files) &&
            differs(folder, folder_ / "skeletons" / exercise.name, exercise.files);
        if (!is_touched) {
            found_.untouched.insert(exercise.name);
        } else if (is_of_another_form(exercise)) {
            refuse_old(exercise, folder);
        }
    }

    bool is_of_another_form(const Exercise& exercise) const {
        const auto theirs = stamp_.forms.find(exercise.name);
        const auto ours = form_of(exercise);
        return theirs != stamp_.forms.end() && ours && theirs->second != *ours;
    }

    void refuse_old(const Exercise& exercise, const fs::path& folder) {
        refuse(
            exercise.name,
            fmt::format("the edition of Heddle {} that this was written in asks for other files "
                        "or functions than this course does",
                        readable(stamp_.version)),
            folder,
            fmt::format("Grade it with the course that the edition was made from, or bring it up "
                        "to date. To grade it as it is, give --submission {}.",
                        readable(base::shell_word(folder.string()))));
    }

    // --- The files of one exercise ---

    // Those that have all of their files here, else those that have any. Folders beside them are
    // then the student's own, src/ or backup/.
    void look_at_files() {
        for (const auto fits : {has_all, has_any}) {
            for (const Exercise& exercise : exercises_) {
                if (fits(folder_, exercise.files)) found_.folders[exercise.name] = folder_;
            }
            if (found_.folders.empty()) continue;
            found_.layout = HandedIn::Layout::files;
            found_.refused.clear();
            return;
        }
    }

    const Course& course_;
    const fs::path& folder_;
    std::vector<Exercise> exercises_;
    catalogue::Stamp stamp_;
    HandedIn found_;
};

}  // namespace

base::Expected<HandedIn> look_into(const Course& course, const fs::path& folder) {
    if (auto there = refuse_other_than_folder(folder); !there) return base::fail(there.error());
    return Looking(course, folder).look();
}

base::Error nothing_handed_in(const Course& course, const fs::path& folder) {
    std::string hint = "Give the folder that holds an exercise's files";
    for (const std::string& name : course.catalogue.names()) {
        const auto exercise = course.catalogue.find(name);
        if (!exercise) continue;
        hint += fmt::format(", such as {}, or one that holds folders such as {}",
                            exercise->files.front(), name);
        break;
    }
    const std::vector<fs::path> inner = folders_in(folder);
    const bool is_wrapped = inner.size() == 1;
    hint += is_wrapped ? fmt::format(". Is it {}?", readable(inner.front().string())) : ".";
    return {"no exercise's files are here", folder.string(), hint};
}

}  // namespace heddle::session
