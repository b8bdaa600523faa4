#include "service.hpp"

#include <functional>

namespace {

void keep_beating() {
    for (;;) {
        beat();
        heddle::sleep(heddle::Ticks(1000));
    }
}

void write_records(heddle::Journal& journal) {
    while (const auto record = next_record())
        journal.append(*record);
}

}  // namespace

int service_main(heddle::Journal& journal) {
    const heddle::ThreadOptions as_daemon = {.name = "heartbeat", .daemon = true};
    const heddle::ThreadOptions as_usual = {.name = "writer", .daemon = false};
    const auto heartbeat = heddle::make_thread(as_daemon, keep_beating);
    const auto writer = heddle::make_thread(as_usual, write_records, std::ref(journal));
    heartbeat->start();
    writer->start();
    return 0;
}
