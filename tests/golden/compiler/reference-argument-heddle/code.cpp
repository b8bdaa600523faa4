#include "heddle/thread.hpp"

void add(int& total) { ++total; }

int count() {
    int total = 0;
    heddle::Thread adder(add, total);
    adder.start();
    adder.join();
    return total;
}
