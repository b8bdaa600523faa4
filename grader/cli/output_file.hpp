// A file that the person named for a result. Asked for before anything is graded, so that a bad
// path costs no work; written whole or not at all.
#pragma once

#include <cstdio>
#include <filesystem>
#include <string>
#include <string_view>

#include "base/error.hpp"

namespace heddle::cli {

class OutputFile {
  public:
    // "-" is the stream `out`. An Error when nothing can be written at that path; it names the
    // option.
    static base::Expected<OutputFile> open(std::string_view option, const std::string& path,
                                           std::FILE* out);

    // True for "-": whatever is for people belongs on another stream.
    bool takes_out() const { return path_.empty(); }

    base::Expected<void> write(std::string_view text) const;

  private:
    std::filesystem::path path_;  // "" is the stream
    std::FILE* out_ = nullptr;
};

}  // namespace heddle::cli
