#include "session/prediction.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/file.hpp"
#include "catalogue/prediction.hpp"

namespace heddle::session {
namespace {

base::Expected<catalogue::Prediction> read(const std::filesystem::path& file) {
    const auto text = base::read_file(file);
    if (!text) return tl::unexpected(text.error());
    return catalogue::read_prediction(*text);
}

// On one line, since lines are what the form is made of.
std::string on_one_line(const base::Error& error) {
    std::string text = fmt::format("{}: {}. {}", error.where, error.what, error.hint);
    std::ranges::replace_if(
        text, [](unsigned char c) { return c < ' '; }, ' ');
    return text;
}

}  // namespace

std::optional<std::string> prediction_for_tests(const build::Staged& staged) {
    const std::string file(catalogue::prediction_file);
    if (std::ranges::count(staged.files, file) == 0) return std::nullopt;
    const auto read_one = read(staged.folder / file);
    if (!read_one) return fmt::format("\n\n\n{}\n", on_one_line(read_one.error()));
    return fmt::format("{}\n{}\n{}\n\n", read_one->bottleneck, read_one->counter, read_one->gain);
}

}  // namespace heddle::session
