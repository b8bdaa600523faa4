// deadlock within 1
#include "litmus.hpp"

// The future of std::async waits where it is destroyed: here, at once.
TEST_CASE("task whose future is dropped") {
    std::latch may_go(1);
    static_cast<void>(std::async(std::launch::async, [&] { may_go.wait(); }));
    may_go.count_down();
    SUCCEED();
}
