// unsupported: pthread_cancel
#include "litmus.hpp"

TEST_CASE("cancelled thread") {
    std::thread sleeper([] { std::this_thread::sleep_for(std::chrono::seconds(1)); });
    pthread_cancel(sleeper.native_handle());
    sleeper.join();
}
