#include <thread>
#include <vector>

void work();

void run() {
    std::vector<std::thread> threads;
    std::thread worker(work);
    threads.push_back(worker);
    for (std::thread& thread : threads) thread.join();
}
