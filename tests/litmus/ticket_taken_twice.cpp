// failed assertion seldom
// tsan: data race
#include "litmus.hpp"

TEST_CASE("ticket taken twice") {
    int next = 0;
    std::atomic<int> served = 0;
    std::atomic<int> inside = 0;
    std::atomic<int> most = 0;
    in_threads(2, [&](int) {
        const int mine = next++;
        while (served < mine)
            std::this_thread::yield();
        const int now = ++inside;
        if (now > most) most = now;
        --inside;
        ++served;
    });
    REQUIRE(most == 1);
}
