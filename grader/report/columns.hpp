// A trace as a person reads it on a terminal: one column a thread, one row a step, time downwards;
// below it, who waits for whom.
#pragma once

#include "report/page.hpp"
#include "report/picture.hpp"

namespace heddle::report {

// The picture with a line of thread names above. Each row shows the step in its thread's column,
// the virtual time on the left where it passes, and the source line on the right where it changes.
// More threads than fit beside each other are named on each row instead.
void write_columns(Page& page, const model::Trace& trace, const Picture& picture);

// The threads that wait for each other in a circle, bracketed, then the others that wait. Nothing
// where no thread waits.
void write_waits(Page& page, const model::Trace& trace);

}  // namespace heddle::report
