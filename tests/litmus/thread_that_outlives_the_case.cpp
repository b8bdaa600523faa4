// thread leak within 1
#include "litmus.hpp"

TEST_CASE("thread that outlives the case") {
    const auto never = std::make_shared<std::latch>(1);
    std::thread([never] { never->wait(); }).detach();
    SUCCEED();
}
