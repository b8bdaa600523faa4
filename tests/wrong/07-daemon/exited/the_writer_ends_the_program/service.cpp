#include <cstdlib>

#include "service.hpp"

static void heartbeat_loop() {
    while (true) {
        beat();
        heddle::sleep(heddle::Ticks(1000));
    }
}

static void write_journal(heddle::Journal& journal) {
    while (auto record = next_record())
        journal.append(*record);
    std::exit(0);
}

int service_main(heddle::Journal& journal) {
    heddle::Thread writer({.name = "writer"}, write_journal, std::ref(journal));
    heddle::Thread heartbeat({.name = "heartbeat"}, heartbeat_loop);
    writer.start();
    heartbeat.start();
    writer.join();
    heartbeat.join();
    return 0;
}
