// completed
#include "litmus.hpp"

// Of a width that the kernel waits for, and of one that the library must emulate.
TEST_CASE("atomic wait and notify") {
    std::atomic<int> stage = 0;
    std::atomic<std::int64_t> done = 0;
    int plain = 0;
    together(
        [&] {
            stage.wait(0);
            plain += 1;
            done.fetch_add(1);
            done.notify_all();
        },
        [&] {
            plain = 1;
            stage = 1;
            stage.notify_one();
        },
        [&] {
            for (auto seen = done.load(); seen != 1; seen = done.load())
                done.wait(seen);
            plain += 1;
        });
    REQUIRE(plain == 3);
}
