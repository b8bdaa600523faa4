#include "countdown.hpp"

CountdownThread::CountdownThread(int count, heddle::Sink& sink) : count_(count), sink_(sink) {}

void CountdownThread::run() {
    while (count_ > 0) {
        sink_.put(count_);
        --count_;
        heddle::sleep(heddle::Ticks(5000));
    }
}

#include <memory>

void countdown_both(heddle::Sink& sink) {
    auto t1 = std::make_unique<CountdownThread>(10, sink);
    auto t2 = std::make_unique<CountdownThread>(20, sink);
    t1->start();
    t2->start();
    t1->join();  // both started at the same time
}
