#include "cli/report_files.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "report/annotations.hpp"
#include "report/json.hpp"
#include "report/junit.hpp"
#include "report/markdown.hpp"

namespace heddle::cli {
namespace {

using Reports = std::vector<model::ExerciseReport>;
using base::Expected;

}  // namespace

struct ReportFormat {
    const char* option;
    std::optional<std::string> Arguments::*path;
    OutputFile::Old old;
    std::string (*text)(const Reports&, std::string_view same_options, std::size_t size_before);
};

namespace {

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
    ReportFiles files;
    const ReportFormat* on_out = nullptr;
    for (const ReportFormat& format : formats) {
        const auto& path = arguments.*format.path;
        if (!path) continue;
        auto file = OutputFile::open(format.option, *path, context.out, format.old);
        if (!file) return base::fail(file.error());
        if (file->takes_out() && on_out != nullptr) {
            return base::fail({fmt::format("{} and {} can't share standard output", on_out->option,
                                           format.option),
                               "", "Give one of them a file."});
        }
        if (file->takes_out()) on_out = &format;
        files.targets_.push_back({&format, std::move(*file)});
    }
    return files;
}

std::FILE* ReportFiles::page_stream(const Context& context) const {
    const bool is_taken = std::any_of(targets_.begin(), targets_.end(),
                                      [](const Target& target) { return target.file.takes_out(); });
    return is_taken ? context.err : context.out;
}

Expected<void> ReportFiles::write(const Reports& reports, std::string_view same_options) const {
    Expected<void> result;
    for (const auto& [format, file] : targets_) {
        auto written = file.write(format->text(reports, same_options, file.size_before()));
        if (result && !written) result = std::move(written);
    }
    return result;
}

}  // namespace heddle::cli
