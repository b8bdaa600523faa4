#include "catalogue/table_reader.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <cstdint>

#include "base/file.hpp"
#include "base/text.hpp"

namespace heddle::catalogue {
namespace {

using base::Error;

std::string place(const std::filesystem::path& file, const toml::source_region& region) {
    return fmt::format("{}:{}:{}", file.string(), region.begin.line, region.begin.column);
}

std::string_view type_name(toml::node_type type) {
    switch (type) {
        case toml::node_type::string: return "text";
        case toml::node_type::integer: return "a whole number";
        case toml::node_type::floating_point: return "a number with a fraction";
        case toml::node_type::boolean: return "true or false";
        case toml::node_type::array: return "a list";
        case toml::node_type::table: return "a table";
        default: return "a date or a time";
    }
}

std::string_view line_of(std::string_view text, std::size_t number) {
    while (number-- > 1)
        text.remove_prefix(std::min(text.find('\n'), text.size() - 1) + 1);
    return text.substr(0, text.find('\n'));
}

std::string_view trimmed(std::string_view text) {
    const std::size_t first = text.find_first_not_of(" \t\r");
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(" \t\r") - first + 1);
}

// What people write who don't know the format: a word without quotes, and a comma in a number.
std::string hint_for(std::string_view line) {
    const std::string_view code = line.substr(0, line.find('#'));
    const std::size_t equals = std::min(code.find('='), code.size());
    const std::string_view key = trimmed(code.substr(0, equals));
    const std::string_view value = trimmed(code.substr(std::min(equals + 1, code.size())));
    const bool is_number = value.find_first_not_of("0123456789,") == value.npos;
    const bool has_comma_within = value.find(',', 1) < value.size() - 1 && value[0] != ',';
    if (is_number && has_comma_within && std::ranges::count(value, ',') == 1) {
        std::string with_point(value);
        with_point[value.find(',')] = '.';
        return fmt::format("Write a fraction with a point: {} = {}", key, with_point);
    }
    const bool is_truth = value == "True" || value == "False";
    const bool is_word = !value.empty() && !is_truth &&
                         value.find_first_of("\"'[{") == value.npos &&
                         std::isalpha(static_cast<unsigned char>(value[0])) != 0;
    if (is_word) return fmt::format("Put words in quotes: {} = \"{}\"", key, value);
    return "Correct this line; the format is described at https://toml.io.";
}

}  // namespace

base::Expected<toml::table> parse_toml(const std::filesystem::path& file) {
    const auto content = base::read_file(file);
    if (!content) return tl::unexpected(content.error());
    return parse_toml(*content, file);
}

base::Expected<toml::table> parse_toml(std::string_view text, const std::filesystem::path& file) {
    try {
        return toml::parse(text);
    } catch (const toml::parse_error& error) {
        return base::fail({std::string(error.description()), place(file, error.source()),
                           hint_for(line_of(text, error.source().begin.line))});
    }
}

TableReader::TableReader(const toml::table& table, std::filesystem::path file)
    : table_(table), file_(std::move(file)) {}

std::string TableReader::text(std::string_view key) {
    const std::string value = text_or_empty(key);
    if (value.empty()) refuse(key, fmt::format("'{}' is empty", key), "Write something there.");
    return value;
}

std::string TableReader::text_or_empty(std::string_view key) {
    const toml::node* node = required(key);
    if (node == nullptr) return {};
    const auto* value = node->as_string();
    if (value == nullptr) refuse_type(*node, key, "text in quotes");
    return value == nullptr ? std::string() : value->get();
}

double TableReader::number(std::string_view key, double low, double high) {
    const toml::node* node = required(key);
    if (node == nullptr) return low;
    if (!node->is_number()) {
        refuse_type(*node, key, "a number");
        return low;
    }
    const double number = node->value<double>().value_or(low);
    if (number >= low && number <= high) return number;  // false for nan
    refuse(key, fmt::format("'{}' is {}", key, number),
           fmt::format("Choose a number from {} to {}.", low, high));
    return low;
}

int TableReader::whole_number(std::string_view key, Range range) {
    const toml::node* node = required(key);
    if (node == nullptr) return range.low;
    const auto* value = node->as_integer();
    if (value == nullptr) {
        refuse_type(*node, key, "a whole number");
        return range.low;
    }
    const std::int64_t number = value->get();
    if (number < range.low || number > range.high) {
        refuse(key, fmt::format("'{}' is {}", key, number),
               fmt::format("Choose a number from {} to {}.", range.low, range.high));
        return range.low;
    }
    return static_cast<int>(number);
}

bool TableReader::flag(std::string_view key) {
    const toml::node* node = required(key);
    if (node == nullptr) return false;
    const auto* value = node->as_boolean();
    if (value == nullptr) refuse_type(*node, key, "true or false");
    return value != nullptr && value->get();
}

std::vector<std::string> TableReader::texts(std::string_view key) {
    const toml::node* node = required(key);
    if (node == nullptr) return {};
    const auto* list = node->as_array();
    if (list == nullptr) {
        refuse_type(*node, key, "a list of texts");
        return {};
    }
    std::vector<std::string> result;
    for (const toml::node& element : *list) {
        const auto* value = element.as_string();
        if (value == nullptr) {
            refuse_type(element, key, "a list of texts");
            return {};
        }
        result.push_back(value->get());
    }
    return result;
}

int TableReader::whole_number_or(std::string_view key, Range range, int fallback) {
    return optional(key) == nullptr ? fallback : whole_number(key, range);
}

const toml::table* TableReader::table_or_null(std::string_view key) {
    const toml::node* node = optional(key);
    if (node == nullptr) return nullptr;
    if (node->as_table() == nullptr) refuse_type(*node, key, "a table");
    return node->as_table();
}

void TableReader::refuse(std::string_view key, std::string what, std::string hint) {
    const toml::node* node = table_.get(key);
    keep(node == nullptr ? table_.source() : node->source(), std::move(what), std::move(hint));
}

std::optional<Error> TableReader::finish() {
    for (const auto& [key, node] : table_) {
        const std::string name(key.str());
        if (std::find(known_.begin(), known_.end(), name) != known_.end()) continue;
        const auto near = base::nearest(name, known_);
        keep(key.source(), fmt::format("unknown key '{}'", name),
             near ? fmt::format("Did you mean '{}'?", *near) : "Remove it.");
    }
    return mistake_;
}

const toml::node* TableReader::required(std::string_view key) {
    const toml::node* node = optional(key);
    if (node == nullptr)
        keep(table_.source(), fmt::format("'{}' is missing", key),
             fmt::format("Add '{} = …'.", key));
    return node;
}

const toml::node* TableReader::optional(std::string_view key) {
    known_.emplace_back(key);
    return table_.get(key);
}

void TableReader::refuse_type(const toml::node& node, std::string_view key,
                              std::string_view expected) {
    keep(node.source(),
         fmt::format("'{}' must be {}, not {}", key, expected, type_name(node.type())),
         "Correct this line.");
}

void TableReader::keep(const toml::source_region& region, std::string what, std::string hint) {
    if (!mistake_) mistake_ = Error{std::move(what), place(file_, region), std::move(hint)};
}

}  // namespace heddle::catalogue
