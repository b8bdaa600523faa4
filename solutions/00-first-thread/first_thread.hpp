// The lecture's countdown. You can read it all; what is to be changed stands in first_thread.cpp.
#pragma once

#include "heddle/lab.hpp"
#include "heddle/thread.hpp"

/// A thread that counts down: count, count - 1, … 2, 1, with 5 seconds after each number.
class CountdownThread : public heddle::Thread {
  public:
    /// The numbers will go into `sink`.
    CountdownThread(int count, heddle::Sink& sink);

    /// What the thread does. start() calls it on a thread of its own.
    void run() override;

  private:
    int count_;
    heddle::Sink& sink_;
};

/// Counts down from 3 and from 5 at the same time, on two threads.
void countdown_both(heddle::Sink& sink);
