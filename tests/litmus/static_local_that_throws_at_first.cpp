// completed
#include "litmus.hpp"

namespace {

std::atomic<int> tries = 0;

int open_at_the_second_try() {
    if (++tries == 1) throw tries.load();
    return 7;
}

int handle() {
    static const int opened = open_at_the_second_try();
    return opened;
}

}  // namespace

TEST_CASE("static local that throws at first") {
    std::atomic<int> sum = 0;
    std::atomic<int> thrown = 0;
    in_threads(3, [&](int) {
        try {
            sum += handle();
        } catch (int) {
            ++thrown;
        }
    });
    REQUIRE(thrown == 1);
    REQUIRE(sum == 14);
}
