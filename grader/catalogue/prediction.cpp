#include "catalogue/prediction.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "catalogue/table_reader.hpp"

namespace heddle::catalogue {
namespace {

constexpr double greatest_gain = 1000;

// A bottleneck, and the counters that can show it.
struct Row {
    std::string_view bottleneck;
    std::array<std::string_view, 2> counters;
};

constexpr std::array<Row, 5> table = {{
    {"cpu", {"compute", ""}},
    {"io", {"io wait", "in flight"}},
    {"lock", {"lock wait", ""}},
    {"imbalance", {"thread wait", ""}},
    {"too-many-threads", {"threads", ""}},
}};

// Lines of the profile that show none of these alone.
constexpr std::array<std::string_view, 2> other_counters = {"sleep", "polling"};

bool can_show(std::string_view counter, std::string_view bottleneck) {
    return std::ranges::any_of(table, [&](const Row& row) {
        return row.bottleneck == bottleneck && std::ranges::count(row.counters, counter) > 0;
    });
}

std::string choices(const std::vector<std::string>& words) {
    return fmt::format("Choose one of \"{}\".", fmt::join(words, "\", \""));
}

void check_word(TableReader& reader, std::string_view key, const std::string& word,
                const std::vector<std::string>& words) {
    if (word.empty() || std::ranges::count(words, word) > 0) return;
    reader.refuse(key, fmt::format("'{}' is none of the words that it may be", key),
                  choices(words));
}

void check_whole(TableReader& reader, const Prediction& read) {
    const std::string_view hint = "Answer all three; they belong together.";
    if (read.bottleneck.empty())
        reader.refuse("bottleneck", "'bottleneck' is still empty", hint.data());
    if (read.counter.empty()) reader.refuse("counter", "'counter' is still empty", hint.data());
    if (read.gain == 0) reader.refuse("gain", "'gain' is still 0", hint.data());
    if (!read.bottleneck.empty() && !read.counter.empty() &&
        !can_show(read.counter, read.bottleneck)) {
        reader.refuse("counter",
                      fmt::format("'bottleneck' and 'counter' contradict each other: \"{}\" can't "
                                  "show \"{}\"",
                                  read.counter, read.bottleneck),
                      "Name the line of the profile that grows with this bottleneck.");
    }
}

}  // namespace

std::vector<std::string> bottleneck_words() {
    std::vector<std::string> words;
    for (const Row& row : table)
        words.emplace_back(row.bottleneck);
    return words;
}

std::vector<std::string> counter_words() {
    std::vector<std::string> words;
    for (const Row& row : table)
        for (const std::string_view counter : row.counters)
            if (!counter.empty()) words.emplace_back(counter);
    words.insert(words.end(), other_counters.begin(), other_counters.end());
    return words;
}

base::Expected<Prediction> read_prediction(std::string_view text) {
    const auto table = parse_toml(text, prediction_file);
    if (!table) return tl::unexpected(table.error());

    TableReader reader(*table, prediction_file);
    Prediction read;
    read.bottleneck = reader.text_or_empty("bottleneck");
    read.counter = reader.text_or_empty("counter");
    read.gain = reader.number("gain", 0, greatest_gain);
    check_word(reader, "bottleneck", read.bottleneck, bottleneck_words());
    check_word(reader, "counter", read.counter, counter_words());
    const bool is_blank = read.bottleneck.empty() && read.counter.empty() && read.gain == 0;
    if (!is_blank) check_whole(reader, read);
    if (auto mistake = reader.finish()) return base::fail(*std::move(mistake));
    return read;
}

}  // namespace heddle::catalogue
