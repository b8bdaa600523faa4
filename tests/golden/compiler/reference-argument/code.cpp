#include <thread>

void add(int& total) { ++total; }

int count() {
    int total = 0;
    std::thread adder(add, total);
    adder.join();
    return total;
}
