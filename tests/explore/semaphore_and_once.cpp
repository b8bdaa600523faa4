// A static local that two threads initialise, a semaphore between them, and who came first.
#include <semaphore.h>

#include <atomic>
#include <thread>

static std::atomic<int> order = 0;

static int first_to_ask(int who) {
    static const int first = [who] {
        order.store(order.load() * 4 + who);
        return who;
    }();
    return first;
}

int main() {
    sem_t gate;
    sem_init(&gate, 0, 0);
    std::thread one([&] {
        first_to_ask(1);
        sem_post(&gate);
    });
    std::thread two([&] {
        order.store(order.load() + 8);
        first_to_ask(2);
    });
    sem_wait(&gate);
    const int seen = order.load();
    one.join();
    two.join();
    return 1 + seen + 16 * order.load();
}
