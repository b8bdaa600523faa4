#pragma once

#include "heddle/lab.hpp"
#include "heddle/thread.hpp"

class CountdownThread : public heddle::Thread {
  public:
    CountdownThread(int count, heddle::Sink& sink) : count(count), sink(sink) {}
    void run() const;

  private:
    int count;
    heddle::Sink& sink;
};

void countdown_both(heddle::Sink& sink);
