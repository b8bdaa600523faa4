// What the tests of exercise 00 see of a submission.
#pragma once

#include "heddle/lab.hpp"

namespace heddle::port {

/// The student's countdown_both, called straight through.
void countdown_both(Sink& sink);

}  // namespace heddle::port
