#include "service.hpp"

static void heartbeat_loop() {
    while (true) {
        beat();
        heddle::sleep(heddle::Ticks(1000));
    }
}

static void write_journal(heddle::Journal& journal) {
    while (auto record = next_record())
        journal.append(*record);
    for (heddle::Thread* thread : heddle::enumerate()) {
        if (!thread->daemon()) thread->join();
    }
}

int service_main(heddle::Journal& journal) {
    auto heartbeat =
        heddle::make_thread<heddle::Thread>(heddle::ThreadOptions{.daemon = true}, heartbeat_loop);
    auto writer = heddle::make_thread<heddle::Thread>(write_journal, std::ref(journal));
    heartbeat->start();
    writer->start();
    return 0;
}
