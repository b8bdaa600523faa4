#include "start_and_wait.hpp"

#include <condition_variable>
#include <mutex>
#include <thread>

struct Shared {
    std::mutex m;
    std::condition_variable cv;
    size_t ended = 0;
};

Waited start_and_wait(std::span<const std::unique_ptr<heddle::Thread>> threads,
                      heddle::Ticks budget) {
    auto shared = std::make_shared<Shared>();
    for (auto& t : threads) {
        t->start();
        heddle::Thread* p = t.get();
        std::thread([p, shared] {
            p->join();
            std::lock_guard<std::mutex> lock(shared->m);
            shared->ended++;
            shared->cv.notify_one();
        }).detach();
    }
    size_t n = threads.size();
    {
        std::unique_lock<std::mutex> lock(shared->m);
        shared->cv.wait_for(lock, budget, [&] { return shared->ended == n; });
    }
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
