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

static std::vector<std::unique_ptr<heddle::Thread>> all_threads;

void countdown_both(heddle::Sink& sink) {
    all_threads.push_back(heddle::make_thread<CountdownThread>(10, sink));
    all_threads.push_back(heddle::make_thread<CountdownThread>(20, sink));
    for (auto& thread : all_threads)
        thread->start();
}
