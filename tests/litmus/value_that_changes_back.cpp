// deadlock within 2
#include "litmus.hpp"

// A waiter that looks late finds the old value again, and waits on.
TEST_CASE("value that changes back") {
    std::atomic<int> door = 0;
    together([&] { door.wait(0); },
             [&] {
                 door = 1;
                 door.notify_all();
                 door = 0;
             });
    SUCCEED();
}
