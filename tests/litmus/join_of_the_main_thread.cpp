// deadlock
#include "litmus.hpp"

// It ends with the case, which waits for whoever waits for it.
TEST_CASE("join of the main thread") {
    const pthread_t main_thread = pthread_self();
    std::thread other([&] { pthread_join(main_thread, nullptr); });
    other.join();
}
