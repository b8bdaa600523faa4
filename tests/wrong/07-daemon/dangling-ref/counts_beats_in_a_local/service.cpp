#include <atomic>

#include "service.hpp"

static void write_journal(heddle::Journal& journal) {
    while (auto record = next_record()) {
        journal.append(*record);
    }
}

int service_main(heddle::Journal& journal) {
    std::atomic<int> beats = 0;
    auto heartbeat = heddle::make_thread<heddle::Thread>(
        heddle::ThreadOptions{.name = "heartbeat", .daemon = true}, [&] {
            while (true) {
                ++beats;
                beat();
                heddle::sleep(heddle::Ticks(1000));
            }
        });
    static heddle::Thread writer({.name = "writer"}, write_journal, std::ref(journal));
    heartbeat->start();
    writer.start();
    return 0;
}
