// completed
// tsan: data race
#include "litmus.hpp"

// The thread calls what the derived class has yet to provide: it may find the base class's.
namespace {

class Worker {
  public:
    Worker() : thread_([this] { run(); }) {}
    virtual ~Worker() { join(); }
    virtual void run() {}
    void join() {
        if (thread_.joinable()) thread_.join();
    }

  private:
    std::thread thread_;
};

class Counter : public Worker {
  public:
    ~Counter() override { join(); }
    void run() override { ++runs; }
    std::atomic<int> runs = 0;
};

}  // namespace

TEST_CASE("started in its constructor") {
    Counter counter;
    counter.join();
    REQUIRE(counter.runs <= 1);
}
