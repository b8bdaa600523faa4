// completed
// tsan: memory limit
#include "litmus.hpp"

TEST_CASE("memory that is refused") {
    std::vector<std::unique_ptr<char[]>> all;
    bool is_refused = false;
    std::jthread hoarder([&] {
        try {
            for (int i = 0; i < 2'000; ++i)
                all.push_back(std::make_unique_for_overwrite<char[]>(1U << 20U));
        } catch (const std::bad_alloc&) {
            all.clear();
            is_refused = true;
        }
    });
    hoarder.join();
    REQUIRE(all.empty());
    REQUIRE(is_refused);
}
