#include <thread>
#include <vector>

void join_all(std::vector<std::thread>& threads) {
    for (auto thread : threads) thread.join();
}
