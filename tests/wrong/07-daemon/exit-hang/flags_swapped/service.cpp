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
    // the journal is written in the background, so it's the daemon
    auto writer = heddle::make_thread<heddle::Thread>(
        heddle::ThreadOptions{.name = "writer", .daemon = true}, write_journal, std::ref(journal));
    auto heartbeat = heddle::make_thread<heddle::Thread>(
        heddle::ThreadOptions{.name = "heartbeat", .daemon = false}, heartbeat_loop);
    writer->start();
    heartbeat->start();
    return 0;
}
