#include <thread>

void print(int number);
void print(double number);

void run() {
    std::thread printer(print, 10);
    printer.join();
}
