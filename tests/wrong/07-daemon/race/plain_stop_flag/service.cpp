#include "service.hpp"

static bool stop = false;

static void heartbeat_loop() {
    while (!stop) {
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
    heddle::Thread heartbeat({.name = "heartbeat"}, heartbeat_loop);
    heddle::Thread writer({.name = "writer"}, write_journal, std::ref(journal));
    heartbeat.start();
    writer.start();
    writer.join();
    stop = true;
    heartbeat.join();
    return 0;
}
