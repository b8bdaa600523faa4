#include "heddle/thread.hpp"

class Worker : public heddle::Thread {
  public:
    void run(int count) override;
};
