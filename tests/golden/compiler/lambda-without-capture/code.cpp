#include <thread>

int count() {
    int total = 0;
    std::thread adder([] { ++total; });
    adder.join();
    return total;
}
