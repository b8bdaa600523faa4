#include "service.hpp"

class Heartbeat : public heddle::Thread {
  public:
    Heartbeat() : Thread({.name = "heartbeat"}) { set_daemon(true); }

    void run() override {
        for (;;) {
            beat();
            heddle::sleep(heddle::Ticks(1000));
        }
    }
};

class Writer : public heddle::Thread {
  public:
    explicit Writer(heddle::Journal& journal)
        : Thread({.name = "writer", .daemon = false}), journal_(journal) {}

    void run() override {
        while (const auto record = next_record())
            journal_.append(*record);
    }

  private:
    heddle::Journal& journal_;
};

int service_main(heddle::Journal& journal) {
    const auto heartbeat = heddle::make_thread<Heartbeat>();
    const auto writer = heddle::make_thread<Writer>(journal);
    heartbeat->start();
    writer->start();
    return 0;
}
