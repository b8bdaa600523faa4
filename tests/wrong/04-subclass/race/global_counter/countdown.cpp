#include "countdown.hpp"

int i;  // the loop variable

void CountdownThread::run() {
    for (i = start_; i > 0; i--) {
        sink_.put(i);
        heddle::sleep(heddle::Ticks(5000));
    }
}

void countdown_both(heddle::Sink& sink) {
    CountdownThread t1(10, sink);
    CountdownThread t2(20, sink);
    t1.start();
    t2.start();
    t1.join();
    t2.join();
}
