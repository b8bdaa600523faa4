#pragma once

#include <memory>
#include <mutex>

class HitCounter {
public:
    HitCounter();
    void hit();
    long total() const;

    struct Sum {
        std::mutex mutex;
        long hits = 0;
    };

private:
    std::shared_ptr<Sum> sum_;
};

long count_hits(int threads, int hits_per_thread);
