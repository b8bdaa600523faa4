#include "countdown.hpp"

CountdownThread::CountdownThread(int count, heddle::Sink& sink) : count_(count), sink_(sink) {}

void CountdownThread::run() {
    while (count_ > 0) {
        sink_.put(count_);
        --count_;
        heddle::sleep(heddle::Ticks(5000));
    }
}

#include <memory>
#include <vector>

static std::unique_ptr<CountdownThread> make(int count, heddle::Sink& sink) {
    auto thread = heddle::make_thread<CountdownThread>(count, sink);
    thread->start();
    return thread;
}

void countdown_both(heddle::Sink& sink) {
    std::vector<std::unique_ptr<CountdownThread>> threads;
    threads.push_back(make(10, sink));
    threads.push_back(make(20, sink));
    for (auto& t : threads)
        t->start();
    for (auto& t : threads)
        t->join();
}
