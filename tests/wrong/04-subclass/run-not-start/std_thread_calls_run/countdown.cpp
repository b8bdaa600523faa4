#include "countdown.hpp"

CountdownThread::CountdownThread(int count, heddle::Sink& sink) : count_(count), sink_(sink) {}

void CountdownThread::run() {
    while (count_ > 0) {
        sink_.put(count_);
        --count_;
        heddle::sleep(heddle::Ticks(5000));
    }
}

#include <thread>

void countdown_both(heddle::Sink& sink) {
    CountdownThread a(10, sink);
    CountdownThread b(20, sink);
    std::thread t1([&a] { a.run(); });
    std::thread t2([&b] { b.run(); });
    t1.join();
    t2.join();
}
