// Text of anybody's as it may stand in HTML or XML. Pure.
#pragma once

#include <string>
#include <string_view>

namespace heddle::report {

// One printable line, fit to stand between tags or in an attribute in double quotes: it never
// becomes an element, and no CI system that reads the page as its log finds a command in it, as
// long as the page's own lines begin with a tag.
std::string as_markup(std::string_view text);

}  // namespace heddle::report
