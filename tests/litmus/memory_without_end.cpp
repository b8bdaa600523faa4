// memory limit within 1
#include "litmus.hpp"

TEST_CASE("memory without end") {
    std::vector<std::unique_ptr<char[]>> all;
    std::jthread hoarder([&] {
        for (;;)
            all.push_back(std::make_unique_for_overwrite<char[]>(1U << 20U));
    });
    hoarder.join();
    REQUIRE(all.empty());
}
