#pragma once

#include "heddle/lab.hpp"
#include "heddle/thread.hpp"

// final, so nobody can derive from it
class CountdownThread final : public heddle::Thread {
  public:
    CountdownThread(int count, heddle::Sink& sink) : count_(count), sink_(sink) { start(); }
    ~CountdownThread() { join(); }

    void run() override {
        for (int i = count_; i > 0; --i) {
            sink_.put(i);
            heddle::sleep(heddle::Ticks(5000));
        }
    }

  private:
    int count_;
    heddle::Sink& sink_;
};

void countdown_both(heddle::Sink& sink);
