// unsupported: more than 64 locks held by one thread
#include "litmus.hpp"

TEST_CASE("too many locks") {
    std::mutex mutexes[65];
    for (auto& mutex : mutexes)
        mutex.lock();
    for (auto& mutex : mutexes)
        mutex.unlock();
}
