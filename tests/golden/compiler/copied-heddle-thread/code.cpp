#include <vector>

#include "heddle/thread.hpp"

void work();

void run() {
    std::vector<heddle::Thread> threads;
    threads.push_back(heddle::Thread(work));
    for (heddle::Thread& thread : threads) thread.start();
}
