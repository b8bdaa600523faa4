// Code points and the columns they take on a terminal. Pure functions.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace heddle::report {

// Stands for what can't be shown.
inline constexpr char32_t replacement = U'\uFFFD';

// Takes the first code point off a non-empty `text`; `replacement` and one byte for malformed
// UTF-8.
char32_t take_code_point(std::string_view& text);

// Appends the code point as UTF-8.
void append(std::string& text, char32_t code_point);

// False for what would move the cursor, change the terminal's state, reorder or hide text: control
// and format characters, line separators, private use, noncharacters.
bool is_showable(char32_t code_point);

// What a reader that trims white space takes away, other than control characters.
bool is_space(char32_t code_point);

// 0, 1 or 2. Never less than a terminal takes; more for rare combining marks.
std::size_t columns_of(char32_t code_point);

}  // namespace heddle::report
