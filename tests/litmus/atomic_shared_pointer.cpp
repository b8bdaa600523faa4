// completed
#include "litmus.hpp"

#include <memory>

// libstdc++ 12 lets go of it with an order that ThreadSanitizer finds too weak; the program is
// right.
TEST_CASE("atomic shared pointer") {
    std::atomic<std::shared_ptr<const int>> latest = std::make_shared<const int>(0);
    const auto publish = [&](int value) {
        latest.store(std::make_shared<const int>(value));
        auto seen = latest.load();
        while (!latest.compare_exchange_weak(seen, std::make_shared<const int>(*seen + 1))) {
        }
    };
    int seen = 0;
    std::thread first(publish, 1);
    std::thread second(publish, 2);
    std::thread reader([&] { seen = *latest.load() + *latest.load(); });
    first.join();
    second.join();
    reader.join();
    REQUIRE(seen >= 0);
    REQUIRE(*latest.load() >= 2);
}
