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
    CountdownThread thread(10, sink);
    thread.start();
    for (int i = 20; i > 0; --i) {
        sink.put(i);
        heddle::sleep(heddle::Ticks(5000));
    }
    thread.join();
}
