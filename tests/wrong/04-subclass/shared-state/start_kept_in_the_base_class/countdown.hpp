#pragma once

#include "heddle/lab.hpp"
#include "heddle/thread.hpp"

// Everything that countdowns have in common.
class Counter : public heddle::Thread {
  protected:
    inline static int start_ = 0;
    inline static heddle::Ticks pause_{5000};
};

class CountdownThread : public Counter {
  public:
    CountdownThread(int count, heddle::Sink& sink) : sink_(sink) { start_ = count; }
    void run() override;

  private:
    heddle::Sink& sink_;
};

void countdown_both(heddle::Sink& sink);
