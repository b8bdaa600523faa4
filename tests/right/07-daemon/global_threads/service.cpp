#include <memory>
#include <vector>

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

static std::vector<std::unique_ptr<heddle::Thread>> threads;

int service_main(heddle::Journal& journal) {
    threads.push_back(heddle::make_thread<heddle::Thread>(
        heddle::ThreadOptions{.name = "heartbeat", .daemon = true}, heartbeat_loop));
    threads.push_back(heddle::make_thread<heddle::Thread>(heddle::ThreadOptions{.name = "writer"},
                                                          write_journal, std::ref(journal)));
    for (auto& thread : threads)
        thread->start();
    return 0;
}
