// Three functions to write, in target.cpp, and one that is given.
#pragma once

#include <memory>
#include <span>
#include <vector>

#include "heddle/lab.hpp"
#include "heddle/thread.hpp"

/// Counts down on the thread that calls it, and returns when it has counted.
void countdown(int count, heddle::Sink& sink);

/// Starts a thread for countdown(count, sink), and returns at once. `sink` lives longer than it.
std::unique_ptr<heddle::Thread> launch(int count, heddle::Sink& sink);

/// The squares of `numbers`, in their order. Its threads have ended when it returns.
std::vector<int> squares(std::span<const int> numbers);

/// x times x; takes a second. Given; any thread may call it.
int slow_square(int x);
