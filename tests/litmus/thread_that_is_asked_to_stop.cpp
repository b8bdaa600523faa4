// completed
#include "litmus.hpp"

// The one inside the worker may be gone before its turn comes.
TEST_CASE("thread that is asked to stop") {
    std::atomic<int> callbacks = 0;
    bool has_stopped = false;
    {
        std::jthread worker([&](const std::stop_token& stop) {
            const std::stop_callback counts(stop, [&] { ++callbacks; });
            while (!stop.stop_requested())
                std::this_thread::yield();
            has_stopped = true;
        });
        const std::stop_callback counts(worker.get_stop_token(), [&] { ++callbacks; });
        std::jthread other([&] { worker.request_stop(); });
    }
    REQUIRE(has_stopped);
    REQUIRE(callbacks >= 1);
}
