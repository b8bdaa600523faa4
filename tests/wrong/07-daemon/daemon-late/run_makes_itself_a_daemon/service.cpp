#include "service.hpp"

class Heartbeat : public heddle::Thread {
  public:
    void run() override {
        set_daemon(true);
        for (;;) {
            beat();
            heddle::sleep(heddle::Ticks(1000));
        }
    }
};

static void write_journal(heddle::Journal& journal) {
    while (auto record = next_record()) {
        journal.append(*record);
    }
}

int service_main(heddle::Journal& journal) {
    auto heartbeat = heddle::make_thread<Heartbeat>();
    auto writer = heddle::make_thread<heddle::Thread>(write_journal, std::ref(journal));
    heartbeat->start();
    writer->start();
    return 0;
}
