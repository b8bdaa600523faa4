#pragma once

#include <semaphore>

class HitCounter {
public:
    void hit() {
        turn_.acquire();
        ++hits_;
        turn_.release();
    }
    long total() const {
        turn_.acquire();
        long result = hits_;
        turn_.release();
        return result;
    }

private:
    mutable std::binary_semaphore turn_{1};
    long hits_ = 0;
};

long count_hits(int threads, int hits_per_thread);
