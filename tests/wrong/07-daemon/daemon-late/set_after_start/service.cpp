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
    auto heartbeat = heddle::make_thread<heddle::Thread>(heartbeat_loop);
    auto writer = heddle::make_thread<heddle::Thread>(write_journal, std::ref(journal));
    heartbeat->start();
    heartbeat->set_daemon(true);
    writer->start();
    return 0;
}
