#pragma once

#include "heddle/lab.hpp"
#include "heddle/thread.hpp"

class CountdownThread : public heddle::Thread {
  public:
    CountdownThread(int count, heddle::Sink& sink)
        : count_(count), sink_(sink) {}
    void run() override;

  private:
    int count_;
    heddle::Sink& sink_;
};

void countdown_both(heddle::Sink& sink);
