#include "countdown.hpp"

#include <memory>
#include <vector>

CountdownThread::CountdownThread(int count, heddle::Sink& sink) : count_(count), sink_(sink) {}

void CountdownThread::run() {
    while (count_ > 0) {
        sink_.put(count_);
        --count_;
        heddle::sleep(heddle::Ticks(5000));
    }
}

void countdown_both(heddle::Sink& sink) {
    std::vector<std::unique_ptr<heddle::Thread>> threads;
    for (int count : {10, 20}) {
        threads.push_back(std::make_unique<CountdownThread>(count, sink));
    }
    for (auto& thread : threads) {
        thread->start();
    }
    while (!threads.empty()) {
        threads.back()->join();
        threads.pop_back();
    }
}
