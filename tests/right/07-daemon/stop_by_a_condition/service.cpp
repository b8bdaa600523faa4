#include <condition_variable>
#include <mutex>

#include "service.hpp"

namespace {

class Heartbeat : public heddle::Thread {
  public:
    void run() override {
        std::unique_lock lock(mutex_);
        do {
            beat();
        } while (!wakes_.wait_for(lock, heddle::Ticks(1000), [this] { return is_over_; }));
    }

    void stop() {
        {
            const std::lock_guard lock(mutex_);
            is_over_ = true;
        }
        wakes_.notify_one();
    }

  private:
    std::mutex mutex_;
    std::condition_variable wakes_;
    bool is_over_ = false;  // guarded by mutex_
};

}  // namespace

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
    writer->join();
    heartbeat->stop();
    return 0;
}
