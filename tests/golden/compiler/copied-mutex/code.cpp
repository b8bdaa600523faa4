#include <mutex>
#include <thread>

void run() {
    std::mutex mutex;
    std::thread worker([mutex] { const std::lock_guard lock(mutex); });
    worker.join();
}
