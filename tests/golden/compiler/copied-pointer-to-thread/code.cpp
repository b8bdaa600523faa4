#include <memory>
#include <vector>

#include "heddle/thread.hpp"

void work();

void run() {
    std::vector<std::unique_ptr<heddle::Thread>> threads;
    auto thread = heddle::make_thread(work);
    threads.push_back(thread);
}
