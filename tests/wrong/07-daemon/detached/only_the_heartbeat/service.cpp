#include <thread>

#include "service.hpp"

static void heartbeat_loop() {
    while (true) {
        beat();
        heddle::sleep(heddle::Ticks(1000));
    }
}

static void write_journal(heddle::Journal& journal) {
    while (auto record = next_record()) {
        journal.append(*record);
    }
}

int service_main(heddle::Journal& journal) {
    std::thread(heartbeat_loop).detach();

    heddle::Thread writer(write_journal, std::ref(journal));
    writer.start();
    writer.join();
    return 0;
}
