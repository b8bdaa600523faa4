#include <latch>

#include "service.hpp"

static void heartbeat_loop() {
    while (true) {
        beat();
        heddle::sleep(heddle::Ticks(1000));
    }
}

int service_main(heddle::Journal& journal) {
    const heddle::ThreadOptions daemon = {.daemon = true};
    static std::latch all_written(1);
    auto heartbeat = heddle::make_thread<heddle::Thread>(daemon, heartbeat_loop);
    auto writer = heddle::make_thread<heddle::Thread>(daemon, [&journal] {
        while (auto record = next_record())
            journal.append(*record);
        all_written.count_down();
    });
    heartbeat->start();
    writer->start();
    all_written.wait();
    return 0;
}
