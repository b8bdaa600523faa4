#include "service.hpp"

static void write_journal(heddle::Journal& journal) {
    while (auto record = next_record()) {
        journal.append(*record);
    }
}

static void heartbeat_loop(heddle::Journal& journal) {
    auto writer = heddle::make_thread<heddle::Thread>(write_journal, std::ref(journal));
    writer->start();
    while (true) {
        beat();
        heddle::sleep(heddle::Ticks(1000));
    }
}

int service_main(heddle::Journal& journal) {
    auto heartbeat = heddle::make_thread<heddle::Thread>(
        heddle::ThreadOptions{.daemon = true}, heartbeat_loop, std::ref(journal));
    heartbeat->start();
    return 0;
}
