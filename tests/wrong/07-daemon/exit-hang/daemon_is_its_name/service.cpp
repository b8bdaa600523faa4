#include "service.hpp"

class DaemonThread : public heddle::Thread {
  public:
    DaemonThread() : Thread({.name = "daemon"}) {}

    void run() override {
        while (true) {
            beat();
            heddle::sleep(heddle::Ticks(1000));
        }
    }
};

class WriterThread : public heddle::Thread {
  public:
    explicit WriterThread(heddle::Journal& journal) : journal_(journal) {}

    void run() override {
        auto record = next_record();
        while (record.has_value()) {
            journal_.append(record.value());
            record = next_record();
        }
    }

  private:
    heddle::Journal& journal_;
};

int service_main(heddle::Journal& journal) {
    auto daemon = heddle::make_thread<DaemonThread>();
    auto writer = heddle::make_thread<WriterThread>(journal);
    daemon->start();
    writer->start();
    writer->join();
    return 0;
}
