// What the tests of exercise 05 see of a submission.
#pragma once

#include <memory>
#include <span>
#include <vector>

#include "heddle/lab.hpp"
#include "heddle/thread.hpp"

namespace heddle::port {

/// The student's functions, called straight through.
void countdown(int count, Sink& sink);
std::unique_ptr<Thread> launch(int count, Sink& sink);
std::vector<int> squares(std::span<const int> numbers);

/// How often the thread that asks has called slow_square itself.
int own_slow_squares();

}  // namespace heddle::port
