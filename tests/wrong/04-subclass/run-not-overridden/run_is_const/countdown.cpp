#include "countdown.hpp"

void CountdownThread::run() const {
    for (int i = count; i > 0; --i) {
        sink.put(i);
        heddle::sleep(heddle::Ticks(5000));
    }
}

void countdown_both(heddle::Sink& sink) {
    auto t1 = heddle::make_thread<CountdownThread>(10, sink);
    auto t2 = heddle::make_thread<CountdownThread>(20, sink);
    t1->start();
    t2->start();
    t1->join();
    t2->join();
}
