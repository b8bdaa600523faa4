#include <thread>

void print(int from, int to);

void print_all() {
    std::thread printer(print, 10);
    printer.join();
}
