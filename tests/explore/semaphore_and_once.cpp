// A static local that two threads initialise, a semaphore between them, and who came first.
#include <semaphore.h>

#include <atomic>
#include <thread>

static std::atomic<int> order = 0;

static void ask(int who) {
    static const int first = [who] {
        order.store(order.load() + who);
        return who;
    }();
    (void)first;
}

int main() {
    sem_t gate;
    sem_init(&gate, 0, 0);
    std::thread other([&] {
        ask(1);
        sem_post(&gate);
        order.store(order.load() + 4);
    });
    ask(2);
    sem_wait(&gate);
    order.store(order.load() + 8);
    const int seen = order.load();
    other.join();
    return 1 + seen + 32 * order.load();
}
