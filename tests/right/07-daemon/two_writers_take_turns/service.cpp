#include <mutex>

#include "service.hpp"

static void heartbeat_loop() {
    while (true) {
        beat();
        heddle::sleep(heddle::Ticks(1000));
    }
}

static std::mutex turn;

static bool write_one(heddle::Journal& journal) {
    const std::lock_guard lock(turn);
    const auto record = next_record();
    if (record) journal.append(*record);
    return record.has_value();
}

static void write_journal(heddle::Journal& journal) {
    while (write_one(journal)) {
    }
}

int service_main(heddle::Journal& journal) {
    auto heartbeat =
        heddle::make_thread<heddle::Thread>(heddle::ThreadOptions{.daemon = true}, heartbeat_loop);
    heartbeat->start();
    auto first = heddle::make_thread<heddle::Thread>(write_journal, std::ref(journal));
    auto second = heddle::make_thread<heddle::Thread>(write_journal, std::ref(journal));
    first->start();
    second->start();
    return 0;
}
