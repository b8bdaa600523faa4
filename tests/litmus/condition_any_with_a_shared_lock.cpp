// completed
#include "litmus.hpp"

TEST_CASE("condition any with a shared lock") {
    std::shared_mutex mutex;
    std::condition_variable_any changed;
    int version = 0;
    std::atomic<int> sum = 0;
    const auto read = [&] {
        std::shared_lock lock(mutex);
        changed.wait(lock, [&] { return version == 2; });
        sum += version;
    };
    const auto write = [&] {
        const std::unique_lock lock(mutex);
        ++version;
        changed.notify_all();
    };
    together(read, write, read, write);
    REQUIRE(sum == 4);
}
