// deadlock within 78
#include "litmus.hpp"

// The token lies in a mailbox with one place. Who finds it full drops what it carries.
TEST_CASE("token that is dropped") {
    constexpr std::size_t count = 3;
    std::array<std::atomic<int>, count> mailboxes = {1, 0, 1};
    std::atomic<int> seen = 0;
    in_threads(count, [&](int i) {
        auto& mine = mailboxes[static_cast<std::size_t>(i)];
        auto& next = mailboxes[(static_cast<std::size_t>(i) + 1) % count];
        for (int round = 0; round < 2; ++round) {
            mine.wait(0);
            mine = 0;
            ++seen;
            int empty = 0;
            next.compare_exchange_strong(empty, 1);
            next.notify_one();
        }
    });
    REQUIRE(seen == 6);
}
