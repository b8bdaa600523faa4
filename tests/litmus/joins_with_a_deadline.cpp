// completed
#include "litmus.hpp"

TEST_CASE("joins with a deadline") {
    pthread_t sleeper;
    pthread_create(
        &sleeper, nullptr,
        [](void*) -> void* {
            std::this_thread::sleep_for(std::chrono::seconds(60));
            return nullptr;
        },
        nullptr);
    const timespec start = in_seconds(CLOCK_MONOTONIC, 0);
    const timespec by_calendar = in_seconds(CLOCK_REALTIME, 2);
    const timespec by_monotonic = in_seconds(CLOCK_MONOTONIC, 1'000'000);
    const int now = pthread_tryjoin_np(sleeper, nullptr);
    int soon = EBUSY;
    int late = EBUSY;
    if (now != 0) soon = pthread_timedjoin_np(sleeper, nullptr, &by_calendar);
    const double waited = seconds_since(start, CLOCK_MONOTONIC);
    if (now != 0 && soon != 0) {
        late = pthread_clockjoin_np(sleeper, nullptr, CLOCK_MONOTONIC, &by_monotonic);
        if (late != 0) pthread_join(sleeper, nullptr);
    }
    REQUIRE((now == 0 || now == EBUSY));
    REQUIRE((now == 0 || soon == 0 || (soon == ETIMEDOUT && waited >= 1.9)));
    REQUIRE((now == 0 || soon == 0 || late == 0 || late == ETIMEDOUT));
}
