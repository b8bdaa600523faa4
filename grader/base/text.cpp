#include "base/text.hpp"

#include <algorithm>
#include <cctype>
#include <cstdint>
#include <numeric>
#include <vector>

namespace heddle::base {
namespace {

// How many continuation bytes follow, and the range of the first of them (RFC 3629, section 4).
struct Lead {
    std::size_t following = 0;
    unsigned char low = 0x80;
    unsigned char high = 0xBF;
};

std::optional<Lead> lead_byte(unsigned char byte) {
    if (byte < 0x80) return Lead{};
    if (byte < 0xC2) return std::nullopt;
    if (byte < 0xE0) return Lead{1};
    if (byte == 0xE0) return Lead{2, 0xA0};
    if (byte == 0xED) return Lead{2, 0x80, 0x9F};
    if (byte < 0xF0) return Lead{2};
    if (byte == 0xF0) return Lead{3, 0x90};
    if (byte < 0xF4) return Lead{3};
    if (byte == 0xF4) return Lead{3, 0x80, 0x8F};
    return std::nullopt;
}

bool is_plain_in_shell(char letter) {
    return std::isalnum(static_cast<unsigned char>(letter)) != 0 ||
           std::string_view("-_./,:=+@%").find(letter) != std::string_view::npos;
}

bool is_blank(char letter) {
    return letter == ' ' || letter == '\t' || letter == '\n';
}

// Whether the letter at `at` is a backslash that takes the next one's meaning away, within `quote`.
bool is_escape(std::string_view line, std::size_t at, char quote) {
    if (line[at] != '\\' || quote == '\'' || at + 1 == line.size()) return false;
    return quote == '\0' || std::string_view("\"\\$`").find(line[at + 1]) != std::string_view::npos;
}

}  // namespace

bool is_utf8(std::string_view bytes) {
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        const auto lead = lead_byte(static_cast<unsigned char>(bytes[i]));
        if (!lead || bytes.size() - i <= lead->following) return false;
        for (std::size_t k = 1; k <= lead->following; ++k) {
            const auto byte = static_cast<unsigned char>(bytes[i + k]);
            const bool is_first = k == 1;
            if (byte < (is_first ? lead->low : 0x80) || byte > (is_first ? lead->high : 0xBF))
                return false;
        }
        i += lead->following;
    }
    return true;
}

std::size_t edit_distance(std::string_view from, std::string_view to) {
    std::vector<std::size_t> row(to.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 1; i <= from.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i;
        for (std::size_t j = 1; j <= to.size(); ++j) {
            const std::size_t replaced = diagonal + (from[i - 1] == to[j - 1] ? 0 : 1);
            diagonal = row[j];
            row[j] = std::min({row[j] + 1, row[j - 1] + 1, replaced});
        }
    }
    return row[to.size()];
}

std::optional<std::string> nearest(std::string_view word, std::span<const std::string> candidates) {
    std::optional<std::string> best;
    std::size_t smallest = std::max<std::size_t>(2, word.size() / 3) + 1;
    for (const std::string& candidate : candidates) {
        const std::size_t distance = edit_distance(word, candidate);
        if (distance >= smallest) continue;
        smallest = distance;
        best = candidate;
    }
    return best;
}

std::string shell_word(std::string_view word) {
    if (!word.empty() && std::all_of(word.begin(), word.end(), is_plain_in_shell)) {
        return std::string(word);
    }
    std::string quoted = "\"";
    for (const char letter : word) {
        if (letter == '!') {  // would stand for an old command, even within double quotes
            quoted += "\"'!'\"";
            continue;
        }
        if (std::string_view("\"\\$`").find(letter) != std::string_view::npos) quoted += '\\';
        quoted += letter;
    }
    return quoted + "\"";
}

std::optional<std::vector<std::string>> shell_words(std::string_view line) {
    std::vector<std::string> words;
    bool is_in_word = false;
    char quote = '\0';
    for (std::size_t i = 0; i < line.size(); ++i) {
        const char letter = line[i];
        if (quote == '\0' && is_blank(letter)) {
            is_in_word = false;
            continue;
        }
        if (!is_in_word) words.emplace_back();
        is_in_word = true;
        if (letter == quote) {
            quote = '\0';
        } else if (quote == '\0' && (letter == '"' || letter == '\'')) {
            quote = letter;
        } else if (is_escape(line, i, quote)) {
            words.back() += line[++i];
        } else {
            words.back() += letter;
        }
    }
    if (quote != '\0') return std::nullopt;
    return words;
}

}  // namespace heddle::base
