#include <thread>

struct Worker {
    void operator()() const;
};

void run() {
    std::thread thread(Worker());
    thread.join();
}
