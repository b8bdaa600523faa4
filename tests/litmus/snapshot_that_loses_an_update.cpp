// failed assertion within 4
#include "litmus.hpp"

TEST_CASE("snapshot that loses an update") {
    std::atomic<std::shared_ptr<const int>> current = std::make_shared<const int>(0);
    in_threads(2, [&](int) {
        const auto seen = current.load();
        current = std::make_shared<const int>(*seen + 1);
    });
    REQUIRE(*current.load() == 2);
}
