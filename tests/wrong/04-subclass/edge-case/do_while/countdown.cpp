#include "countdown.hpp"

CountdownThread::CountdownThread(int count, heddle::Sink& sink) : count_(count), sink_(sink) {}

void CountdownThread::run() {
    do {
        sink_.put(count_);
        --count_;
        heddle::sleep(heddle::Ticks(5000));
    } while (count_ > 0);
}

void countdown_both(heddle::Sink& sink) {
    CountdownThread t1(10, sink);
    CountdownThread t2(20, sink);
    t1.start();
    t2.start();
    t1.join();
    t2.join();
}
