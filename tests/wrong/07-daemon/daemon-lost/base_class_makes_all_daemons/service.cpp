#include <memory>
#include <vector>

#include "service.hpp"

// common base of all threads of the service
class ServiceThread : public heddle::Thread {
  public:
    ServiceThread() { set_daemon(true); }
};

class Heartbeat : public ServiceThread {
  public:
    void run() override {
        while (true) {
            beat();
            heddle::sleep(heddle::Ticks(1000));
        }
    }
};

class Writer : public ServiceThread {
  public:
    explicit Writer(heddle::Journal& journal) : journal(journal) {}
    void run() override {
        while (auto line = next_record()) {
            journal.append(*line);
        }
    }

  private:
    heddle::Journal& journal;
};

int service_main(heddle::Journal& journal) {
    std::vector<std::unique_ptr<heddle::Thread>> threads;
    threads.push_back(heddle::make_thread<Heartbeat>());
    threads.push_back(heddle::make_thread<Writer>(journal));
    for (auto& thread : threads) thread->start();
    return 0;
}
