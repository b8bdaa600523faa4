#pragma once

#include <latch>

#include "heddle/lab.hpp"
#include "heddle/thread.hpp"

class CountdownThread : public heddle::Thread {
  public:
    CountdownThread(int count, heddle::Sink& sink, std::latch* gate = nullptr);
    void run() override;

  private:
    int count_;
    heddle::Sink& sink_;
    std::latch* gate_;  // null: don't wait for anyone
};

void countdown_both(heddle::Sink& sink);
