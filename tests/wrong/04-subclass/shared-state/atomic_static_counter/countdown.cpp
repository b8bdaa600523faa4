#include "countdown.hpp"

void CountdownThread::run() {
    for (int n = count_--; n > 0; n = count_--) {
        sink_.put(n);
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
