#include "countdown.hpp"

void CountdownThread::run() {
    while (count_ > 0) {
        sink_.put(count_--);
        heddle::sleep(heddle::Ticks(5000));
    }
}

void countdown_both(heddle::Sink& sink) {
    auto t1 = heddle::make_thread<CountdownThread>(10, sink);
    auto t2 = heddle::make_thread<CountdownThread>(20, sink);
    t2->set_daemon(true);
    t1->start();
    t2->start();
    t1->join();
}
