#pragma once

#include "heddle/lab.hpp"
#include "heddle/thread.hpp"

/// A thread that counts down: count, count - 1, … 2, 1.
class CountdownThread : public heddle::Thread {
  public:
    /// The numbers will go into `sink`. Nothing is counted before start().
    CountdownThread(int count, heddle::Sink& sink);

    /// What the new thread does.
    void run() override;

  private:
    // TODO(student): what must the object remember until run() needs it?
};

/// Counts down from 10 and from 20 at the same time, on two threads.
void countdown_both(heddle::Sink& sink);
