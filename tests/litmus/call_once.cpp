// completed
#include "litmus.hpp"

// Who throws has not called it: the next one tries again.
TEST_CASE("call once") {
    std::once_flag once;
    int tries = 0;
    std::atomic<int> thrown = 0;
    in_threads(3, [&](int) {
        try {
            std::call_once(once, [&] {
                if (++tries < 2) throw tries;
            });
        } catch (int) {
            ++thrown;
        }
    });
    REQUIRE(tries == 2);
    REQUIRE(thrown == 1);
}
