#include <mutex>

void work(std::unique_lock<std::mutex> lock);

void run(std::mutex& mutex) {
    std::unique_lock<std::mutex> lock(mutex);
    work(lock);
}
