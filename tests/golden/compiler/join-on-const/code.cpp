#include <thread>
#include <vector>

void join_all(std::vector<std::thread>& threads) {
    for (const auto& thread : threads) thread.join();
}
