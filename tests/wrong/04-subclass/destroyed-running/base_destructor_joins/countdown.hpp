#pragma once

#include "heddle/lab.hpp"
#include "heddle/thread.hpp"

// Never forget a join again.
class JoiningThread : public heddle::Thread {
  public:
    ~JoiningThread() override {
        if (is_alive()) join();
    }
};

class CountdownThread : public JoiningThread {
  public:
    CountdownThread(int count, heddle::Sink& sink);
    void run() override;

  private:
    int count_;
    heddle::Sink& sink_;
};

void countdown_both(heddle::Sink& sink);
