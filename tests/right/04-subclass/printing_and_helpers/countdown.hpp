#pragma once

#include <string>
#include <vector>

#include "heddle/lab.hpp"
#include "heddle/thread.hpp"

class CountdownThread : public heddle::Thread {
  public:
    CountdownThread(int count, heddle::Sink& sink);
    void run() override;

    const std::vector<int>& history() const { return history_; }

  private:
    void say(int number);

    heddle::Sink& sink_;
    int count_ = 0;
    std::string prefix_;
    std::vector<int> history_;
};

void countdown_both(heddle::Sink& sink);
