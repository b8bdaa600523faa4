#include <cstdio>
#include <mutex>

#include "service.hpp"

static std::mutex lamp;

static void heartbeat_loop() {
    for (;;) {
        const std::lock_guard lock(lamp);
        beat();
        std::puts("alive");
        heddle::sleep(heddle::Ticks(1000));
    }
}

static void write_journal(heddle::Journal& journal) {
    while (auto record = next_record()) {
        journal.append(*record);
        std::printf("wrote %s\n", record->c_str());
    }
}

int service_main(heddle::Journal& journal) {
    auto* heartbeat = new heddle::Thread({.name = "heartbeat", .daemon = true}, heartbeat_loop);
    heartbeat->start();  // never deleted: nobody knows when it ends
    auto writer = heddle::make_thread<heddle::Thread>(write_journal, std::ref(journal));
    writer->start();
    return 0;
}
