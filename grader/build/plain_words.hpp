// The compiler's words for the mistakes that concurrent programs invite, said so that a beginner
// knows what to do. A table; gcc's and clang's wordings side by side.
#pragma once

#include <string>
#include <string_view>

namespace heddle::build {

// The explanation for an error, given all the lines that belong to it; "" where there is none.
std::string in_plain_words(std::string_view error_text);

}  // namespace heddle::build
