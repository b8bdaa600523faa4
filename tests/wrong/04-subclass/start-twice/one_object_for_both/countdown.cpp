#include "countdown.hpp"

void CountdownThread::run() {
    while (count_ > 0) {
        sink_.put(count_--);
        heddle::sleep(heddle::Ticks(5000));
    }
}

void countdown_both(heddle::Sink& sink) {
    CountdownThread countdown(10, sink);
    countdown.start();
    countdown.join();

    countdown.set_count(20);
    countdown.start();
    countdown.join();
}
