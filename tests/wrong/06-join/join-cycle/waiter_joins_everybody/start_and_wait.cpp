#include "start_and_wait.hpp"

// Waits for all threads that there are.
class Waiter : public heddle::Thread {
  public:
    void run() override {
        for (heddle::Thread* t : heddle::enumerate()) {
            if (t != this) t->join();
        }
    }
};

Waited start_and_wait(std::span<const std::unique_ptr<heddle::Thread>> threads,
                      heddle::Ticks budget) {
    for (auto& t : threads)
        t->start();
    Waiter waiter;
    waiter.start();
    waiter.join(budget);
    waiter.join();
    Waited result;
    for (size_t i = 0; i < threads.size(); i++) {
        if (threads[i]->is_alive()) {
            result.alive.push_back(i);
        } else {
            result.ended.push_back(i);
        }
    }
    return result;
}
