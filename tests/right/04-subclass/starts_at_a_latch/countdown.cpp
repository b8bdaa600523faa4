#include "countdown.hpp"

CountdownThread::CountdownThread(int count, heddle::Sink& sink, std::latch* gate)
    : count_(count), sink_(sink), gate_(gate) {}

void CountdownThread::run() {
    if (gate_) gate_->arrive_and_wait();
    while (count_ > 0) {
        sink_.put(count_--);
        heddle::sleep(heddle::Ticks(5000));
    }
}

void countdown_both(heddle::Sink& sink) {
    std::latch both_ready(2);
    CountdownThread a(10, sink, &both_ready);
    CountdownThread b(20, sink, &both_ready);
    a.start();
    b.start();
    a.join();
    b.join();
}
