#include "first_thread.hpp"

CountdownThread::CountdownThread(int count, heddle::Sink& sink) : count_(count), sink_(sink) {}

void CountdownThread::run() {
    while (count_ > 0) {
        sink_.put(count_);
        --count_;
        heddle::sleep(heddle::Ticks(5000));
    }
}

void countdown_both(heddle::Sink& sink) {
    CountdownThread three(3, sink);
    CountdownThread five(5, sink);
    three.start();
    five.start();
    three.join();
    five.join();
}
