#pragma once

#include "heddle/lab.hpp"
#include "heddle/thread.hpp"

/// A thread that counts down: count, count - 1, … 2, 1.
class CountdownThread : public heddle::Thread {
  public:
    /// The numbers will go into `sink`. Nothing is counted before start().
    CountdownThread(int count, heddle::Sink& sink);

    /// While the count is above 0: put it into the sink, take 1 off, sleep for 5 seconds.
    void run() override;

  private:
    int count_;
    heddle::Sink& sink_;
};

/// Counts down from 10 and from 20 at the same time, on two threads, and returns when both have
/// ended.
void countdown_both(heddle::Sink& sink);
