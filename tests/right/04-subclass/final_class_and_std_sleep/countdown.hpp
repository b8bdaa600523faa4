#pragma once

#include "heddle/lab.hpp"
#include "heddle/thread.hpp"

class CountdownThread final : public heddle::Thread {
  public:
    CountdownThread(int count, heddle::Sink& sink) : heddle::Thread(), sink_(&sink), left_(count) {}
    void run() final;

  private:
    heddle::Sink* sink_;
    int left_;
};

void countdown_both(heddle::Sink& sink);
