#include "countdown.hpp"

CountdownThread::CountdownThread(int count, heddle::Sink& sink) : count_(count), sink_(sink) {}

void CountdownThread::run() {
    while (count_ > 0) {
        sink_.put(count_);
        --count_;
        heddle::sleep(heddle::Ticks(5000));
    }
}

void countdown_both(heddle::Sink& sink) {
    int ten = 10, twenty = 20;
    while (ten > 0 || twenty > 0) {
        if (ten > 0) sink.put(ten--);
        if (twenty > 0) sink.put(twenty--);
        heddle::sleep(heddle::Ticks(5000));
    }
}
