#include "first_thread.hpp"

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
    std::vector<std::unique_ptr<CountdownThread>> threads;
    threads.push_back(heddle::make_thread<CountdownThread>(3, sink));
    threads.push_back(heddle::make_thread<CountdownThread>(5, sink));

    for (const auto& thread : threads) {
        thread->run();  // TODO(student): one word in this line is not the one we need
    }
}  // what make_thread made is waited for here, where its owners end
