#include "countdown.hpp"

static heddle::Sink* the_sink;

CountdownThread::CountdownThread(int count, heddle::Sink& sink) : count_(count) {
    the_sink = &sink;
}

void CountdownThread::run() {
    while (count_ > 0) {
        the_sink->put(count_);
        --count_;
        heddle::sleep(heddle::Ticks(5000));
    }
}

void countdown_both(heddle::Sink& sink) {
    CountdownThread a(10, sink);
    CountdownThread b(20, sink);
    a.start();
    b.start();
    a.join();
    b.join();
}
