#include "service.hpp"

namespace {

void keep_beating() {
    for (;;) {
        beat();
        heddle::sleep(heddle::Ticks(1000));
    }
}

// A daemon, and so is each thread that it makes.
void supervise() {
    for (;;) {
        const auto heartbeat = heddle::make_thread<heddle::Thread>(keep_beating);
        heartbeat->start();
        heartbeat->join();
    }
}

void write_records(heddle::Journal& journal) {
    while (const auto record = next_record())
        journal.append(*record);
}

}  // namespace

int service_main(heddle::Journal& journal) {
    const auto supervisor = heddle::make_thread<heddle::Thread>(
        heddle::ThreadOptions{.name = "supervisor", .daemon = true}, supervise);
    const auto writer = heddle::make_thread<heddle::Thread>(write_records, std::ref(journal));
    supervisor->start();
    writer->start();
    return 0;
}
