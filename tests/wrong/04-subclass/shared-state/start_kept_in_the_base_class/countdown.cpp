#include "countdown.hpp"

void CountdownThread::run() {
    int count = start_;
    while (count > 0) {
        sink_.put(count);
        count--;
        heddle::sleep(pause_);
    }
}

void countdown_both(heddle::Sink& sink) {
    CountdownThread ten(10, sink);
    CountdownThread twenty(20, sink);
    ten.start();
    twenty.start();
    ten.join();
    twenty.join();
}
