#include "heddle/thread.hpp"

class CountdownThread : public heddle::Thread {
  public:
    void run() override;
};
