// Reads one TOML file strictly: each key is asked for by name and type, and finish() refuses
// whatever nobody asked for. The first mistake is kept; after it every answer is empty, so that a
// caller may read on and look at finish() once. Only this library includes toml++.
#pragma once

#include <toml++/toml.h>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.hpp"

namespace heddle::catalogue {

// The whole file as a table, or what was expected where.
base::Expected<toml::table> parse_toml(const std::filesystem::path& file);

// The same for text that has been read already; `file` is only for messages.
base::Expected<toml::table> parse_toml(std::string_view text, const std::filesystem::path& file);

struct Range {
    int low = 0;
    int high = 0;
};

class TableReader {
  public:
    // `table` must outlive the reader; `file` is only for messages.
    TableReader(const toml::table& table, std::filesystem::path file);

    std::string text(std::string_view key);           // must not be empty
    std::string text_or_empty(std::string_view key);  // may be
    int whole_number(std::string_view key, Range range);
    double number(std::string_view key, double low, double high);  // with a fraction or without
    bool flag(std::string_view key);
    std::vector<std::string> texts(std::string_view key);

    int whole_number_or(std::string_view key, Range range, int fallback);
    const toml::table* table_or_null(std::string_view key);

    // Reports a value that has the right type but can't be meant.
    void refuse(std::string_view key, std::string what, std::string hint);

    // The first mistake; an unknown key counts as one.
    std::optional<base::Error> finish();

  private:
    const toml::node* required(std::string_view key);
    const toml::node* optional(std::string_view key);
    void refuse_type(const toml::node& node, std::string_view key, std::string_view expected);
    void keep(const toml::source_region& region, std::string what, std::string hint);

    const toml::table& table_;
    std::filesystem::path file_;
    std::vector<std::string> known_;  // every key asked for so far
    std::optional<base::Error> mistake_;
};

}  // namespace heddle::catalogue
