#include "countdown.hpp"

void CountdownThread::run() {
    for (int i = count; i > 0; i--) {
        sink.put(i);
        if (i > 1) heddle::sleep(std::chrono::seconds(5));
    }
}

void countdown_both(heddle::Sink& sink) {
    CountdownThread t1(10, sink);
    t1.start();
    CountdownThread t2(20, sink);
    t2.start();
    t1.join();
    t2.join();
}
