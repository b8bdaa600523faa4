// A real server: the litmus programs'.
#include <vector>

#include "catch.hpp"
#include "explore/program.hpp"

using heddle::explore::Program;
using namespace heddle::scheduler;

namespace {

constexpr const char* with_nodes_on_the_heap = "list hand over hand";

Program start(const char* name) {
    auto program = Program::start(HEDDLE_LITMUS, name, 0);
    REQUIRE(program);
    return std::move(*program);
}

// What each step of the open case's first schedule touches.
std::vector<std::uint64_t> addresses(Program& program) {
    Command command;
    command.recording = Recording::accesses;
    const auto record = program.run(command);
    REQUIRE(record);
    REQUIRE((*record)->ending == Ending::completed);
    std::vector<std::uint64_t> all;
    for (std::uint32_t i = 0; i < (*record)->step_count; ++i)
        all.push_back((*record)->recorded[i].address);
    return all;
}

}  // namespace

TEST_CASE("what a program writes over its command is not believed") {
    auto program = start("command that is forged");
    Command command;
    command.seed = 42;
    const auto record = program.run(command);
    REQUIRE(record);
    REQUIRE((*record)->ending == Ending::completed);
    CHECK((*record)->command.seed == 42);
}

TEST_CASE("each case begins with the same heap, whatever ran before it") {
    auto fresh = start(with_nodes_on_the_heap);
    const auto expected = addresses(fresh);
    REQUIRE_FALSE(expected.empty());
    auto used = start("thread pool");
    REQUIRE(used.run({}));
    REQUIRE(used.run({}));
    REQUIRE(used.open("seven locks"));
    REQUIRE(used.run({}));
    REQUIRE(used.open(with_nodes_on_the_heap));
    CHECK(addresses(used) == expected);
    CHECK(addresses(used) == expected);
}
