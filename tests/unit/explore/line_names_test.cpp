#include "explore/line_names.hpp"

#include <memory>

#include "catch.hpp"

using namespace heddle::explore;
using namespace heddle::scheduler;

namespace {

ObservedStep access(std::uint64_t address, const std::string& object, Operation operation) {
    ObservedStep step;
    step.raw.operation = operation;
    step.raw.address = address;
    step.place = heddle::explore::Place{{"code.cpp", 1}, 1};
    step.object = object;
    return step;
}

// A record that holds lines of 64 bytes at these addresses.
std::unique_ptr<Record> record_of(const std::vector<std::uint64_t>& lines) {
    auto record = std::make_unique<Record>();
    record->command.machine.line_bytes = 64;
    for (const std::uint64_t address : lines)
        record->lines[record->line_count++] = {address, {1, 2}};
    return record;
}

}  // namespace

TEST_CASE("a line is called by what the student's lines touch in it, the most used first") {
    std::vector<ObservedStep> steps = {
        access(0x1000, "a", Operation::write), access(0x1008, "b", Operation::read),
        access(0x1008, "b", Operation::write), access(0x1040, "c", Operation::load)};
    steps.push_back(access(0x1010, "of the tests", Operation::write));
    steps.back().place.reset();
    steps.push_back(access(0x1018, "t", Operation::join));
    const auto lines = named_lines(*record_of({0x1000, 0x1040, 0x2000}), steps);
    REQUIRE(lines.size() == 3);
    CHECK(lines[0].objects == "b, a");
    CHECK(lines[0].traffic.fetched == 1);
    CHECK(lines[0].traffic.transferred == 2);
    CHECK(lines[1].objects == "c");
    CHECK(lines[2].objects.empty());
}

TEST_CASE("of many objects in one line three are named") {
    std::vector<ObservedStep> steps;
    for (const char* name : {"a", "b", "c", "d"})
        steps.push_back(access(0x1000 + steps.size() * 8, name, Operation::write));
    CHECK(named_lines(*record_of({0x1000}), steps).at(0).objects == "a, b, c, …");
}

TEST_CASE("where nobody followed lines there are none") {
    const auto record = record_of({0x1000});
    record->command.machine.line_bytes = 0;
    CHECK(named_lines(*record, {}).empty());
}
