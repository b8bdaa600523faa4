#include "service.hpp"

static void heartbeat_loop() {
    while (true) {
        beat();
        heddle::sleep(heddle::Ticks(1000));
    }
}

int service_main(heddle::Journal& journal) {
    auto heartbeat = heddle::make_thread<heddle::Thread>(
        heddle::ThreadOptions{.name = "heartbeat", .daemon = true}, heartbeat_loop);
    heartbeat->start();
    while (auto record = next_record()) {
        journal.append(*record);
    }
    return 0;
}
