#include "countdown.hpp"

#include <functional>
#include <future>

CountdownThread::CountdownThread(int count, heddle::Sink& sink) : count_(count), sink_(sink) {}

void CountdownThread::run() {
    while (count_ > 0) {
        sink_.put(count_);
        --count_;
        heddle::sleep(heddle::Ticks(5000));
    }
}

static void count_down_from(int count, heddle::Sink& sink) {
    CountdownThread thread(count, sink);
    thread.start();
    thread.join();
}

void countdown_both(heddle::Sink& sink) {
    auto ten = std::async(std::launch::async, count_down_from, 10, std::ref(sink));
    auto twenty = std::async(std::launch::async, count_down_from, 20, std::ref(sink));
    ten.get();
    twenty.get();
}
