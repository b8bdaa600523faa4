#include <vector>

#include "heddle/thread.hpp"

void tick() {}

void begin() {
    std::vector<heddle::Thread> clocks;
    heddle::Thread clock(tick);
    clocks.push_back(clock);
}
