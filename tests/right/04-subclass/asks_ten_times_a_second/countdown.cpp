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
    CountdownThread a(10, sink);
    CountdownThread b(20, sink);
    a.start();
    b.start();
    while (a.is_alive() || b.is_alive()) heddle::sleep(heddle::Ticks(100));
}
