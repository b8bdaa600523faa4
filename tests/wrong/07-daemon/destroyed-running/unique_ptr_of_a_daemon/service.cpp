#include <memory>

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
    auto heartbeat = std::make_unique<heddle::Thread>(heartbeat_loop);
    auto writer = std::make_unique<heddle::Thread>(write_journal, std::ref(journal));
    heartbeat->set_daemon(true);
    heartbeat->start();
    writer->start();
    writer->join();
    return 0;
}
