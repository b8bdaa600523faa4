// What the tests of exercise 04 see of a submission.
#pragma once

#include <memory>

#include "heddle/lab.hpp"
#include "heddle/thread.hpp"

namespace heddle::port {

/// The student's countdown_both, called straight through.
void countdown_both(Sink& sink);

/// A new CountdownThread of the student's, not started; the owner waits for it if it is. It is made
/// as part of a derived object, so that a thread which is begun by the constructor is begun too
/// early: that throws. (A final class can't be derived from. There the tests look at ident().)
std::unique_ptr<Thread> make_countdown(int count, Sink& sink);

}  // namespace heddle::port
