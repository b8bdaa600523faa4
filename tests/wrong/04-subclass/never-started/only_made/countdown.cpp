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
    auto t1 = heddle::make_thread<CountdownThread>(10, sink);
    auto t2 = heddle::make_thread<CountdownThread>(20, sink);
}
