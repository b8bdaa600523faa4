#include "countdown.hpp"

CountdownThread::CountdownThread(int count, heddle::Sink& sink) : count_(count), sink_(sink) {}

#include <mutex>

static std::mutex sink_mutex;

void CountdownThread::run() {
    std::lock_guard<std::mutex> lock(sink_mutex);  // both threads use the sink
    while (count_ > 0) {
        sink_.put(count_);
        --count_;
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
