#include "countdown.hpp"

#include <thread>

CountdownThread::CountdownThread(int count, heddle::Sink& sink) : count_(count), sink_(sink) {}

void CountdownThread::run() {
    while (count_ > 0) {
        sink_.put(count_);
        --count_;
        heddle::sleep(heddle::Ticks(5000));
    }
}

static void count_down(int count, heddle::Sink& sink) {
    for (; count > 0; count--) {
        sink.put(count);
        heddle::sleep(heddle::Ticks(5000));
    }
}

void countdown_both(heddle::Sink& sink) {
    std::thread t1([&] { count_down(10, sink); });
    std::thread t2([&] { count_down(20, sink); });
    t1.join();
    t2.join();
}
