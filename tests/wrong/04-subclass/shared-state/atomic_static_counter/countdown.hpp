#pragma once

#include <atomic>

#include "heddle/lab.hpp"
#include "heddle/thread.hpp"

class CountdownThread : public heddle::Thread {
  public:
    CountdownThread(int count, heddle::Sink& sink) : sink_(sink) { count_ = count; }
    void run() override;

  private:
    static inline std::atomic<int> count_ = 0;  // atomic: two threads use it
    heddle::Sink& sink_;
};

void countdown_both(heddle::Sink& sink);
