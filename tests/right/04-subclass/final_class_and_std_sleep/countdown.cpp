#include "countdown.hpp"

#include <thread>

using namespace std::chrono_literals;

void CountdownThread::run() {
    while (left_ > 0) {
        sink_->put(left_--);
        std::this_thread::sleep_for(5s);
    }
}

void countdown_both(heddle::Sink& sink) {
    CountdownThread threads[] = {{10, sink}, {20, sink}};
    for (auto& t : threads)
        t.start();
    for (auto& t : threads)
        t.join();
}
