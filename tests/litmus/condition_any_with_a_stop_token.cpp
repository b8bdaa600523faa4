// completed
#include "litmus.hpp"

TEST_CASE("condition any with a stop token") {
    std::mutex mutex;
    std::condition_variable_any changed;
    std::deque<int> letters;
    int sum = 0;
    std::jthread reader([&](const std::stop_token& stop) {
        std::unique_lock lock(mutex);
        while (changed.wait(lock, stop, [&] { return !letters.empty(); })) {
            sum += letters.front();
            letters.pop_front();
        }
    });
    for (int i = 1; i <= 2; ++i) {
        const std::lock_guard lock(mutex);
        letters.push_back(i);
        changed.notify_one();
    }
    reader.request_stop();
    reader.join();
    REQUIRE((sum == 0 || sum == 1 || sum == 3));
}
