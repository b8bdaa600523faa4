#include "service.hpp"

static void heartbeat_loop() {
    while (true) {
        beat();
        heddle::sleep(heddle::Ticks(1000));
    }
}

static void write_one_and_pass_on(heddle::Journal& journal) {
    const auto record = next_record();
    if (!record) return;
    journal.append(*record);
    const auto next = heddle::make_thread<heddle::Thread>(write_one_and_pass_on, std::ref(journal));
    next->start();
}

int service_main(heddle::Journal& journal) {
    const auto heartbeat =
        heddle::make_thread<heddle::Thread>(heddle::ThreadOptions{.daemon = true}, heartbeat_loop);
    heartbeat->start();
    const auto first =
        heddle::make_thread<heddle::Thread>(write_one_and_pass_on, std::ref(journal));
    first->start();
    return 0;
}
