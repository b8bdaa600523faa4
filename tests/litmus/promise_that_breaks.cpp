// completed
// tsan: data race
#include "litmus.hpp"

// Right, but the library counts who holds an exception in object code, where ThreadSanitizer
// doesn't see it: to destroy it in one thread seems to race with a look at it in the other.
TEST_CASE("promise that breaks") {
    std::promise<int> promise;
    auto future = promise.get_future();
    std::jthread worker(
        [kept = std::move(promise)]() mutable { const auto given_up = std::move(kept); });
    std::error_code error;
    try {
        future.get();
    } catch (const std::future_error& e) {
        error = e.code();
    }
    REQUIRE(error == std::future_errc::broken_promise);
}
