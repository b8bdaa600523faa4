// failed assertion seldom
#include "litmus.hpp"

// The checker, which is created last, sees what a setter wrote first and not what it wrote second.
TEST_CASE("ten setters and a checker") {
    std::atomic<int> first = 0;
    std::atomic<int> second = 0;
    bool is_right = true;
    {
        std::vector<std::jthread> setters;
        for (int i = 0; i < 10; ++i) {
            setters.emplace_back([&] {
                first = 1;
                second = -1;
            });
        }
        const std::jthread checker([&] {
            const int a = first;
            const int b = second;
            is_right = (a == 0 && b == 0) || (a == 1 && b == -1);
        });
    }
    REQUIRE(is_right);
}
