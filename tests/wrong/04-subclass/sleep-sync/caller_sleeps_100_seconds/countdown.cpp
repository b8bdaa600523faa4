#include "countdown.hpp"

CountdownThread::CountdownThread(int count, heddle::Sink& sink) : count_(count), sink_(sink) {}

void CountdownThread::run() {
    while (count_ > 0) {
        sink_.put(count_);
        --count_;
        if (count_ > 0) heddle::sleep(heddle::Ticks(5000));
    }
}

void countdown_both(heddle::Sink& sink) {
    auto* t1 = new CountdownThread(10, sink);
    auto* t2 = new CountdownThread(20, sink);
    t1->start();
    t2->start();
    heddle::sleep(heddle::Ticks(100'000));  // 20 steps of 5 seconds
    delete t1;
    delete t2;
}
