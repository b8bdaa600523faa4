#include <condition_variable>
#include <mutex>

void wait(std::condition_variable& ready, std::mutex& mutex, const bool& is_ready) {
    const std::lock_guard lock(mutex);
    ready.wait(lock, [&] { return is_ready; });
}
