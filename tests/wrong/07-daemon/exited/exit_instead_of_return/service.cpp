#include <cstdlib>

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
    static heddle::Thread heartbeat(heddle::ThreadOptions{.daemon = true}, heartbeat_loop);
    static heddle::Thread writer(write_journal, std::ref(journal));
    heartbeat.start();
    writer.start();
    std::exit(0);
}
