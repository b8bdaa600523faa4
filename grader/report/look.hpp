// How a page may look on the reader's terminal. Whoever knows the terminal decides; writers obey.
#pragma once

#include <cstddef>

namespace heddle::report {

enum class Colour { off, on };
enum class Charset { ascii, utf8 };

struct Look {
    Colour colour = Colour::off;
    Charset charset = Charset::utf8;
};

// No line is longer, however wide the terminal: a page looks the same in a mail, a log and a
// lecture.
inline constexpr std::size_t page_columns = 80;

}  // namespace heddle::report
