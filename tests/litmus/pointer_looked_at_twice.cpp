// crashed within 76
#include "litmus.hpp"

// Between the question and the use another thread takes it away.
TEST_CASE("pointer looked at twice") {
    int value = 1;
    std::atomic<int*> cached = &value;
    int seen = 0;
    together(
        [&] {
            if (cached != nullptr) seen = *cached.load();
        },
        [&] { cached = nullptr; });
    REQUIRE(seen <= 1);
}
