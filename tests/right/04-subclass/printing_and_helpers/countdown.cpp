#include "countdown.hpp"

#include <iostream>
#include <syncstream>

CountdownThread::CountdownThread(int count, heddle::Sink& sink)
    : Thread({.name = "countdown from " + std::to_string(count)}), sink_(sink) {
    count_ = count;
    prefix_ = name() + ": ";
}

void CountdownThread::say(int number) {
    std::osyncstream(std::cout) << prefix_ << number << std::endl;
    sink_.put(number);
    history_.push_back(number);
}

void CountdownThread::run() {
    for (; count_ > 0; --count_) {
        say(count_);
        heddle::sleep(heddle::Ticks(5 * 1000));
    }
}

void countdown_both(heddle::Sink& sink) {
    CountdownThread a(10, sink);
    CountdownThread b(20, sink);
    a.start();
    b.start();
    a.join();
    b.join();
    std::cout << "put " << a.history().size() + b.history().size() << " numbers" << std::endl;
}
