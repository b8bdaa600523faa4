// completed
#include "litmus.hpp"

TEST_CASE("detached thread") {
    const auto result = std::make_shared<std::promise<int>>();
    auto future = result->get_future();
    std::thread([result] { result->set_value(3); }).detach();
    REQUIRE(future.get() == 3);
}
