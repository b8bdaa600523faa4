// completed
#include "litmus.hpp"

// The completion sees all of a phase; one thread leaves after the first.
TEST_CASE("barrier with a completion") {
    int sum = 0;
    std::vector<int> sums;
    std::array<int, 3> written = {};
    std::barrier meeting(3, [&]() noexcept {
        for (const int each : written)
            sum += each;
        sums.push_back(sum);
    });
    in_threads(3, [&](int i) {
        int& mine = written[static_cast<std::size_t>(i)];
        mine = 1;
        meeting.arrive_and_wait();
        mine = 0;
        if (i == 0) return meeting.arrive_and_drop();
        meeting.wait(meeting.arrive());
        mine = 10;
        meeting.arrive_and_wait();
    });
    REQUIRE(sums == std::vector{3, 3, 23});
}
