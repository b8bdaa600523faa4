#include <atomic>

int next(std::atomic<int>& counter) {
    std::atomic<int> before = counter;
    ++counter;
    return before;
}
