// What a file of C++ may include, as far as its text shows.
#pragma once

#include <string_view>

namespace heddle::build {

// True when the text names every file that it includes, and each is a header: no .cpp, no macro in
// place of a name, no data. Errs on the side of false, for text in comments too.
bool includes_only_headers(std::string_view text);

}  // namespace heddle::build
