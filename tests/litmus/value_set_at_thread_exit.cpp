// completed
// tsan: data race
#include "litmus.hpp"

// Right, but the library's own object code, which ThreadSanitizer doesn't see, makes it ready.
TEST_CASE("value set at thread exit") {
    std::promise<int> promise;
    auto future = promise.get_future();
    std::jthread worker([&] { promise.set_value_at_thread_exit(3); });
    REQUIRE(future.get() == 3);
}
