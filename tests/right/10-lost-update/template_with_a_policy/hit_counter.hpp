#pragma once

#include <mutex>

template <class Number, class Mutex>
class GuardedNumber {
public:
    virtual ~GuardedNumber() = default;

    virtual void hit() {
        std::lock_guard<Mutex> lock(mutex_);
        ++number_;
    }

    Number total() const {
        std::lock_guard<Mutex> lock(mutex_);
        return number_;
    }

private:
    mutable Mutex mutex_;
    Number number_{};
};

class HitCounter : public GuardedNumber<int, std::mutex> {};

long count_hits(int threads, int hits_per_thread);
