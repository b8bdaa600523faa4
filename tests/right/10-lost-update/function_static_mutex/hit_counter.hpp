#pragma once

class HitCounter {
public:
    void hit();
    long total() const;

private:
    long hits_ = 0;
};

long count_hits(int threads, int hits_per_thread);
