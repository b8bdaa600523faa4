#include "cli/output_file.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <fstream>
#include <system_error>

#include "base/file.hpp"
#include "build/code_files.hpp"
#include "cli/terminal.hpp"

namespace heddle::cli {
namespace {

namespace fs = std::filesystem;
using base::Expected;

// /dev/null, a FIFO: nothing to replace, so it's written to directly.
bool is_device(const fs::path& path) {
    std::error_code ignored;
    return fs::exists(path, ignored) && !fs::is_regular_file(path, ignored);
}

// Somebody's program, which a slip of the hand is not to cost.
bool is_code(const fs::path& path) {
    std::error_code ignored;
    return fs::is_regular_file(path, ignored) && build::is_code(path);
}

// Whether a file can be made beside `path`, by making one.
Expected<void> try_folder_of(const fs::path& path, std::string_view option) {
    const std::string probe = fmt::format("{}.{}.probe", path.string(), ::getpid());
    const int descriptor = ::open(probe.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (descriptor < 0) {
        return base::fail({"can't write: " + base::system_message(errno), path.string(),
                           fmt::format("Give {} a file in a folder where you may write.", option)});
    }
    ::close(descriptor);
    ::unlink(probe.c_str());
    return {};
}

// A file that is only added to needs no room beside it.
Expected<void> try_file(const fs::path& path, std::string_view option) {
    if (::access(path.c_str(), W_OK) == 0) return {};
    return base::fail({"can't write: " + base::system_message(errno), path.string(),
                       fmt::format("Give {} a file that you may write.", option)});
}

Expected<void> write_stream(std::FILE* out, std::string_view text) {
    const bool is_written = std::fwrite(text.data(), 1, text.size(), out) == text.size();
    if (is_written && std::fflush(out) == 0) return {};
    return base::fail({"can't write: " + base::system_message(errno), "standard output",
                       "Check where it is sent, and that there is room."});
}

base::Error shared(const Wanted& one, const char* other, bool is_stream) {
    const std::string what = is_stream ? "standard output" : "a file";
    return {fmt::format("{} and {} can't share {}", other, one.option, what),
            is_stream ? "" : *one.path, "Give one of them a file of its own."};
}

}  // namespace

Expected<OutputFile> OutputFile::open(std::string_view option, const std::string& path,
                                      std::FILE* out, Old old) {
    OutputFile target;
    target.out_ = out;
    target.old_ = old;
    if (path == "-") return target;
    std::error_code missing;
    target.path_ = fs::canonical(path, missing);  // through a link, so that it stays one
    if (missing) target.path_ = path;
    if (path.empty() || fs::is_directory(target.path_, missing)) {
        return base::fail(
            {"not the name of a file", path, fmt::format("Give {} the name of a file.", option)});
    }
    if (is_code(target.path_)) {
        return base::fail({"that is a file of code, and would be lost",
                           fmt::format("{} {}", option, path), "Name another file."});
    }
    if (is_device(target.path_)) return target;
    const bool is_added_to = old == Old::continued && fs::exists(target.path_, missing);
    const auto writable =
        is_added_to ? try_file(target.path_, option) : try_folder_of(target.path_, option);
    if (!writable) return base::fail(writable.error());
    return target;
}

bool OutputFile::is_lost_in(const OutputFile& other) const {
    if (takes_out() || other.takes_out()) return takes_out() && other.takes_out();
    if (is_device(path_)) return false;
    std::error_code missing;
    return fs::weakly_canonical(fs::absolute(path_, missing), missing) ==
               fs::weakly_canonical(fs::absolute(other.path_, missing), missing) ||
           fs::equivalent(path_, other.path_, missing);
}

std::size_t OutputFile::size_before() const {
    std::error_code failure;
    if (takes_out() || old_ == Old::replaced) return 0;
    const auto size = fs::file_size(path_, failure);
    return failure ? 0 : size;
}

Expected<void> OutputFile::write(std::string_view text) const {
    if (takes_out()) return write_stream(out_, text);
    if (old_ == Old::replaced && !is_device(path_)) return base::write_file(path_, text);
    std::ofstream file(path_, std::ios::binary | std::ios::app);
    if (file << text << std::flush) return {};
    return base::fail(
        {"can't write: " + base::system_message(errno), path_.string(), "Name another file."});
}

Expected<std::vector<std::optional<OutputFile>>> open_all(std::span<const Wanted> wanted,
                                                          std::FILE* out) {
    std::vector<std::optional<OutputFile>> files;
    for (const Wanted& one : wanted) {
        files.emplace_back();
        if (!one.path) continue;
        auto file = OutputFile::open(one.option, *one.path, out, one.old);
        if (!file) return base::fail(file.error());
        for (std::size_t i = 0; i + 1 < files.size(); ++i) {
            if (files[i] && file->is_lost_in(*files[i]))
                return base::fail(shared(one, wanted[i].option, file->takes_out()));
        }
        files.back() = std::move(*file);
    }
    return files;
}

std::FILE* page_stream(std::span<const std::optional<OutputFile>> files, std::FILE* out,
                       std::FILE* err) {
    const bool is_taken = std::any_of(files.begin(), files.end(),
                                      [](const auto& file) { return file && file->takes_out(); });
    return is_taken ? err : out;
}

void tell_written(std::FILE* stream, const std::optional<std::string>& path) {
    if (!path || *path == "-") return;
    report::Page page = page_for(stream);
    page.paragraph("Written: " + *path);
    print(stream, page);
}

}  // namespace heddle::cli
