// completed
#include "litmus.hpp"

TEST_CASE("packaged task") {
    std::packaged_task<int(int)> twice([](int x) { return 2 * x; });
    auto first = twice.get_future();
    std::jthread worker([&] { twice(4); });
    const int eight = first.get();
    worker.join();
    twice.reset();
    auto second = twice.get_future();
    std::jthread last([&] { twice(5); });
    REQUIRE(eight == 8);
    REQUIRE(second.get() == 10);
}
