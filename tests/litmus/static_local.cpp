// completed
#include "litmus.hpp"

namespace {

std::atomic<int> made = 0;

struct Table {
    int size;
    Table() : size(++made) { std::this_thread::yield(); }
};

Table& table() {
    static Table only;
    return only;
}

}  // namespace

TEST_CASE("static local") {
    std::atomic<int> sum = 0;
    in_threads(3, [&](int) { sum += table().size; });
    REQUIRE(made == 1);
    REQUIRE(sum == 3);
}
