// A trace as a figure for a handout: one lane a thread, time downwards, and one line through all
// lanes that shows who ran when. Light and dark by the reader's setting, readable without colour,
// with a title and a description in words. The same trace always gives the same bytes. Pure.
#pragma once

#include <string>

#include "model/trace.hpp"
#include "report/picture.hpp"

namespace heddle::report {

struct Caption {
    std::string id;     // unique in the page that holds the figure, e.g. "lost-update"
    std::string title;  // what the figure shows, in one line
};

std::string to_svg(const model::Trace& trace, const Picture& picture, const Caption& caption);

}  // namespace heddle::report
