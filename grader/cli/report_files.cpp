#include "cli/report_files.hpp"

#include <array>

#include "report/annotations.hpp"
#include "report/json.hpp"
#include "report/junit.hpp"
#include "report/markdown.hpp"

namespace heddle::cli {
namespace {

using Reports = std::vector<model::ExerciseReport>;
using base::Expected;

struct ReportFormat {
    const char* option;
    std::optional<std::string> Arguments::*path;
    OutputFile::Old old;
    std::string (*text)(const Reports&, std::string_view same_options, std::size_t size_before);
};

std::string json(const Reports& reports, std::string_view, std::size_t) {
    return report::to_json(reports);
}

std::string junit(const Reports& reports, std::string_view same_options, std::size_t) {
    return report::to_junit(reports, same_options);
}

std::string annotations(const Reports& reports, std::string_view, std::size_t) {
    return report::to_annotations(reports);
}

// The limit is for all that a step writes there.
std::string markdown(const Reports& reports, std::string_view same_options,
                     std::size_t size_before) {
    const std::size_t room = report::largest_step_summary_bytes -
                             std::min(size_before, report::largest_step_summary_bytes);
    return report::to_markdown(reports, room, same_options);
}

constexpr std::array<ReportFormat, 4> formats = {{
    {"--json", &Arguments::json, OutputFile::Old::replaced, json},
    {"--junit", &Arguments::junit, OutputFile::Old::replaced, junit},
    {"--annotations", &Arguments::annotations, OutputFile::Old::replaced, annotations},
    {"--summary", &Arguments::summary, OutputFile::Old::continued, markdown},
}};

}  // namespace

Expected<ReportFiles> ReportFiles::open(const Arguments& arguments, const Context& context) {
    std::vector<Wanted> wanted;
    for (const ReportFormat& format : formats)
        wanted.push_back({format.option, arguments.*format.path, format.old});
    auto opened = open_all(wanted, context.out);
    if (!opened) return base::fail(opened.error());
    ReportFiles files;
    files.files_ = std::move(*opened);
    return files;
}

std::FILE* ReportFiles::page_stream(const Context& context) const {
    return cli::page_stream(files_, context.out, context.err);
}

Expected<void> ReportFiles::write(const Reports& reports, std::string_view same_options) const {
    Expected<void> result;
    for (std::size_t i = 0; i < files_.size(); ++i) {
        const std::optional<OutputFile>& file = files_[i];
        if (!file) continue;
        auto written = file->write(formats[i].text(reports, same_options, file->size_before()));
        if (result && !written) result = std::move(written);
    }
    return result;
}

}  // namespace heddle::cli
