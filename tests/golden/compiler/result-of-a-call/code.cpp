#include <thread>

int count();

void run() {
    std::thread counter(count());
    counter.join();
}
