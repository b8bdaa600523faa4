#pragma once
#include <atomic>
#include <memory>
class HitCounter {
  public:
    void hit() {
        auto seen = hits_.load();
        while (!hits_.compare_exchange_weak(seen, std::make_shared<const long>(*seen + 1))) {}
    }
    long total() const { return *hits_.load(); }

  private:
    std::atomic<std::shared_ptr<const long>> hits_ = std::make_shared<const long>(0);
};
long count_hits(int threads, int hits_per_thread);
