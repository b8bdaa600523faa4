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
    const heddle::ThreadOptions daemon{.daemon = true};
    auto heartbeat = heddle::make_thread<heddle::Thread>(daemon, heartbeat_loop);
    auto writer = heddle::make_thread<heddle::Thread>(daemon, write_journal, std::ref(journal));
    heartbeat->start();
    writer->start();
    writer->join(heddle::Ticks(5000));
    return 0;
}
