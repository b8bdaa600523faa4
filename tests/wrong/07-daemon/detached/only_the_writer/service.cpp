#include <thread>

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
    auto heartbeat =
        heddle::make_thread<heddle::Thread>(heddle::ThreadOptions{.daemon = true}, heartbeat_loop);
    heartbeat->start();
    std::thread writer(write_journal, std::ref(journal));
    writer.detach();  // so that service_main can return
    return 0;
}
