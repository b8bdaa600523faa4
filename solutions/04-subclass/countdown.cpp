#include "countdown.hpp"

CountdownThread::CountdownThread(int count, heddle::Sink& sink) : count_(count), sink_(sink) {}

void CountdownThread::run() {
    while (count_ > 0) {
        sink_.put(count_);
        --count_;
        heddle::sleep(heddle::Ticks(5000));
    }
}

void countdown_both(heddle::Sink& sink) {
    CountdownThread from_ten(10, sink);
    CountdownThread from_twenty(20, sink);

    from_ten.start();
    from_twenty.start();

    from_ten.join();
    from_twenty.join();
}
