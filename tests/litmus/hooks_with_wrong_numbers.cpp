// completed
#include "heddle/hooks.hpp"
#include "litmus.hpp"

// Anybody may call them with anything.
TEST_CASE("hooks with wrong numbers") {
    heddle_usage_t usage = {};
    const long long start = heddle_hook_now();
    for (const int wrong : {-1, 3, 5, 100'000'000, -100'000'000}) {
        heddle_hook_charge(wrong, 1'000'000'000);
        heddle_hook_usage(wrong, &usage);
        heddle_hook_thread_event(wrong, &usage, "name");
    }
    REQUIRE(heddle_hook_now() - start < 1'000'000);
    REQUIRE(usage.count == 0);
}
