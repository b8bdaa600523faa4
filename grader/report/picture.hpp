// Which steps of a trace a picture shows. A schedule has hundreds of steps, and a few of them tell
// the story: those at the objects the finding is about. Layout is left to those who show it.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "model/report.hpp"

namespace heddle::report {

// One step, or so many left out.
struct PictureRow {
    std::optional<std::size_t> step;  // index in Trace::steps
    std::size_t left_out = 0;
};

struct Picture {
    std::vector<model::ThreadIndex> lanes;  // in the order of the trace; those with a step to show
    std::vector<PictureRow> rows;
};

// Which end of a long schedule tells more: where it fails, or, when it is only slow, where it
// begins to go on and on.
enum class Story { ends, begins };

// How much room there is. The picture has at most so many rows, two or more.
struct PictureSize {
    std::size_t rows = 14;
    Story story = Story::ends;
};

// `focus` is the finding's line. The objects used there, and those waited for at the end, choose
// the steps (where threads come or go there and nothing else happens, all comings and goings that
// fit); without any, every step counts. What is too long loses the sleeps of threads that do other
// things as well, of which the margin's times tell; what is still too long is folded in the middle.
Picture condense(const model::Trace& trace, const std::optional<model::SourceLine>& focus,
                 PictureSize size = {});

// What to show of a finding: its trace condensed around its line; empty without a trace.
Picture picture_of(const model::Finding& finding);

// Every step, without folding.
Picture whole(const model::Trace& trace);

// Whether a step of it happens when virtual time has passed.
bool passes_time(const model::Trace& trace, const Picture& picture);

// Whether it is only a thread's or an object's coming and going: scenery, beside what threads do to
// shared data.
bool is_scenery(const model::TraceStep& step);

// Trace::waits with the circle first, if there is one. Pointers into `trace`.
std::vector<const model::Wait*> circle_first(const model::Trace& trace);

}  // namespace heddle::report
