// completed
#include "litmus.hpp"

// Read, copy, update: what is published is never written again.
TEST_CASE("writers that replace a snapshot") {
    using Snapshot = std::vector<int>;
    std::mutex writing;
    std::atomic<std::shared_ptr<const Snapshot>> current = std::make_shared<const Snapshot>();
    std::atomic<int> wrong = 0;
    const auto append = [&] {
        const std::lock_guard lock(writing);
        Snapshot next = *current.load();
        next.push_back(static_cast<int>(next.size()));
        current = std::make_shared<const Snapshot>(std::move(next));
    };
    together(append, append, [&] {
        const std::shared_ptr<const Snapshot> seen = current;
        for (std::size_t i = 0; i < seen->size(); ++i) {
            if ((*seen)[i] != static_cast<int>(i)) ++wrong;
        }
    });
    REQUIRE(wrong == 0);
    REQUIRE(current.load()->size() == 2);
}
