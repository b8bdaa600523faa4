#include <atomic>

#include "service.hpp"

static void write_journal(heddle::Journal& journal) {
    while (auto record = next_record()) {
        journal.append(*record);
    }
}

int service_main(heddle::Journal& journal) {
    std::atomic<bool> is_over = false;
    heddle::Thread heartbeat([&is_over] {
        while (!is_over) {
            beat();
            heddle::sleep(heddle::Ticks(1000));
        }
    });
    heddle::Thread writer(write_journal, std::ref(journal));
    heartbeat.start();
    writer.start();
    writer.join();
    is_over = true;
    heartbeat.join();
    return 0;
}
