// A file that the person named for a result. Asked for before anything is graded, so that a bad
// path costs no work; written whole or not at all, but for one that others write to as well.
#pragma once

#include <cstddef>
#include <cstdio>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.hpp"

namespace heddle::cli {

class OutputFile {
  public:
    // What becomes of a file that is there already.
    enum class Old { replaced, continued };

    // "-" is the stream `out`. An Error when nothing can be written at that path, or code would be
    // lost there; it names the option.
    static base::Expected<OutputFile> open(std::string_view option, const std::string& path,
                                           std::FILE* out, Old old = Old::replaced);

    // True for "-": whatever is for people belongs on another stream.
    bool takes_out() const { return path_.empty(); }

    // Whether one would take the other's place.
    bool is_lost_in(const OutputFile& other) const;

    // What will stand in the file before our text.
    std::size_t size_before() const;

    base::Expected<void> write(std::string_view text) const;

  private:
    std::filesystem::path path_;  // "" is the stream
    Old old_ = Old::replaced;
    std::FILE* out_ = nullptr;
};

// A result that a command can write, and where the person asked for it.
struct Wanted {
    const char* option;
    const std::optional<std::string>& path;
    OutputFile::Old old = OutputFile::Old::replaced;
};

// One for each of `wanted`, in that order; nothing where it wasn't asked for. An Error, too, where
// two of them would be standard output, or the same file.
base::Expected<std::vector<std::optional<OutputFile>>> open_all(std::span<const Wanted> wanted,
                                                                std::FILE* out);

// Where pages for people go: `err` where a file is standard output, else `out`.
std::FILE* page_stream(std::span<const std::optional<OutputFile>> files, std::FILE* out,
                       std::FILE* err);

// Says on the page's stream that a file was written, where one was asked for.
void tell_written(std::FILE* stream, const std::optional<std::string>& path);

// Writes what `text` gives where it was asked for.
template <class Text>
base::Expected<void> write_if_wanted(const std::optional<OutputFile>& file, Text text) {
    return file ? file->write(text()) : base::Expected<void>();
}

}  // namespace heddle::cli
