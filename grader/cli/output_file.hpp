// A file that the person named for a result. Asked for before anything is graded, so that a bad
// path costs no work; written whole or not at all, but for one that others write to as well.
#pragma once

#include <cstddef>
#include <cstdio>
#include <filesystem>
#include <string>
#include <string_view>

#include "base/error.hpp"

namespace heddle::cli {

class OutputFile {
  public:
    // What becomes of a file that is there already.
    enum class Old { replaced, continued };

    // "-" is the stream `out`. An Error when nothing can be written at that path; it names the
    // option.
    static base::Expected<OutputFile> open(std::string_view option, const std::string& path,
                                           std::FILE* out, Old old = Old::replaced);

    // True for "-": whatever is for people belongs on another stream.
    bool takes_out() const { return path_.empty(); }

    // What will stand in the file before our text.
    std::size_t size_before() const;

    base::Expected<void> write(std::string_view text) const;

  private:
    std::filesystem::path path_;  // "" is the stream
    Old old_ = Old::replaced;
    std::FILE* out_ = nullptr;
};

}  // namespace heddle::cli
