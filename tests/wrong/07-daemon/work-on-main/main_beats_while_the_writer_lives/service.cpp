#include "service.hpp"

static void write_journal(heddle::Journal& journal) {
    while (auto record = next_record()) {
        journal.append(*record);
    }
}

int service_main(heddle::Journal& journal) {
    auto writer = heddle::make_thread<heddle::Thread>(write_journal, std::ref(journal));
    writer->start();
    while (writer->is_alive()) {
        beat();
        heddle::sleep(heddle::Ticks(1000));
    }
    return 0;
}
