#pragma once

#include <memory>

#include "heddle/lab.hpp"
#include "heddle/thread.hpp"

class CountdownThread : public heddle::Thread {
  public:
    CountdownThread(int count, heddle::Sink& sink) : m_count{count}, m_sink{sink} {}

    void run() override {
        int n = m_count;
        while (n > 0) {
            m_sink.put(n);
            heddle::sleep(kPause);
            n = n - 1;
        }
    }

  private:
    static constexpr heddle::Ticks kPause{5000};
    int m_count;
    heddle::Sink& m_sink;
};

inline void countdown_both(heddle::Sink& sink) {
    auto a = std::make_unique<CountdownThread>(10, sink);
    auto b = std::make_unique<CountdownThread>(20, sink);
    b->start();
    a->start();
    b->join();
    a->join();
}
