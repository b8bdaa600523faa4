#include <condition_variable>
#include <mutex>

void wait(std::condition_variable& ready, std::mutex& mutex) {
    mutex.lock();
    ready.wait(mutex);
    mutex.unlock();
}
