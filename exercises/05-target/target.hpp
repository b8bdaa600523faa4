// What exercise 05 is about: three functions to write, in target.cpp, and one that is given.
#pragma once

#include <memory>
#include <span>
#include <vector>

#include "heddle/lab.hpp"
#include "heddle/thread.hpp"

/// While the count is above 0: puts it into `sink`, takes 1 off, sleeps for 5 seconds. An ordinary
/// function: it runs on the thread that calls it, and returns when it has counted.
void countdown(int count, heddle::Sink& sink);

/// Starts a thread that calls countdown(count, sink), and returns at once: the caller joins what it
/// gets. `sink` lives longer than the thread.
std::unique_ptr<heddle::Thread> launch(int count, heddle::Sink& sink);

/// The squares of `numbers`, of which there are at most 16, in the order of `numbers`. Each is
/// computed on a thread of its own, all at the same time, and all of these threads have ended when
/// squares returns.
std::vector<int> squares(std::span<const int> numbers);

/// x times x, on a slow machine: it computes for 1 second. Given; any thread may call it.
int slow_square(int x);
