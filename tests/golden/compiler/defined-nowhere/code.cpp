#include "heddle/thread.hpp"

class Worker : public heddle::Thread {
  public:
    void work();
    void run() override { work(); }
};

void run(Worker& worker) { worker.work(); }

void work() {}
