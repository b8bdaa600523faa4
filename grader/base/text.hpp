// The few things we do to text that the standard library doesn't. Pure functions.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace heddle::base {

// Whether the bytes are well-formed UTF-8 (RFC 3629: no overlong forms, no surrogates).
bool is_utf8(std::string_view bytes);

// How many letters to insert, delete or replace to get from one word to the other (Levenshtein).
std::size_t edit_distance(std::string_view from, std::string_view to);

// The candidate with the smallest edit distance to `word`; nothing when even that is more than a
// third of the word's length away (at least 2 letters are always allowed).
std::optional<std::string> nearest(std::string_view word, std::span<const std::string> candidates);

// One word of a shell command line, in double quotes where it needs any.
std::string shell_word(std::string_view word);

// The words of a shell command line: blanks part them, quotes and backslashes keep them whole, and
// nothing else means anything. Nothing where a quote isn't closed.
std::optional<std::vector<std::string>> shell_words(std::string_view line);

}  // namespace heddle::base
