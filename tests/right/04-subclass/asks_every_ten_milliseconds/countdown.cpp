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
    CountdownThread first(10, sink);
    CountdownThread second(20, sink);
    first.start();
    second.start();
    while (first.is_alive() || second.is_alive())
        heddle::sleep(heddle::Ticks(10));
    first.join();
    second.join();
}
