#include <thread>

#include "service.hpp"

static void write_journal(heddle::Journal& journal) {
    while (auto record = next_record()) {
        journal.append(*record);
    }
}

int service_main(heddle::Journal& journal) {
    std::jthread heartbeat([] {
        for (;;) {
            beat();
            std::this_thread::sleep_for(std::chrono::seconds(1));
        }
    });
    auto writer = heddle::make_thread<heddle::Thread>(write_journal, std::ref(journal));
    writer->start();
    return 0;
}
