// The files that `check` writes beside its page, each in a format of its own: which option names
// one, and which writer fills it.
#pragma once

#include <cstdio>
#include <string_view>
#include <vector>

#include "cli/command.hpp"
#include "cli/output_file.hpp"
#include "model/report.hpp"

namespace heddle::cli {

class ReportFiles {
  public:
    // An Error where something can't be written, or two are to share standard output.
    static base::Expected<ReportFiles> open(const Arguments& arguments, const Context& context);

    // Where words for people go: not where a report goes.
    std::FILE* page_stream(const Context& context) const;

    // All of them; the Error is the first that failed.
    base::Expected<void> write(const std::vector<model::ExerciseReport>& reports,
                               std::string_view same_options) const;

  private:
    std::vector<std::optional<OutputFile>> files_;  // one a format
};

}  // namespace heddle::cli
