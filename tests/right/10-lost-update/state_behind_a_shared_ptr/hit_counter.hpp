#pragma once

#include <memory>

class HitCounter {
public:
    HitCounter();
    void hit();
    long total() const;

private:
    struct State;
    std::shared_ptr<State> state_;
};

long count_hits(int threads, int hits_per_thread);
