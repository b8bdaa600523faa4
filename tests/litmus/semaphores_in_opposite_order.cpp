// deadlock within 4
#include "litmus.hpp"

// They have no owner: no cycle of owners shows it.
TEST_CASE("semaphores in opposite order") {
    std::binary_semaphore printer(1);
    std::binary_semaphore scanner(1);
    const auto copy = [](std::binary_semaphore& first, std::binary_semaphore& second) {
        first.acquire();
        second.acquire();
        second.release();
        first.release();
    };
    together([&] { copy(printer, scanner); }, [&] { copy(scanner, printer); });
    SUCCEED();
}
