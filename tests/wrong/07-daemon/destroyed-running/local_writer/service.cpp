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
    auto heartbeat = heddle::make_thread<heddle::Thread>(
        heddle::ThreadOptions{.name = "heartbeat", .daemon = true}, heartbeat_loop);
    heartbeat->start();
    heddle::Thread writer({.name = "writer"}, write_journal, std::ref(journal));
    writer.start();  // not a daemon, so the program waits for it
    return 0;
}
