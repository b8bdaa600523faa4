// What the feedback asks for, from what it has seen.
#include "explore/feedback.hpp"
#include "catch.hpp"

namespace heddle::explore {
namespace {

using scheduler::Command;
using scheduler::ReadsFrom;
using scheduler::Record;

constexpr ReadsFrom from_nobody = {0x10, 0, 3};
constexpr ReadsFrom from_the_first = {0x10, 1, 3};
constexpr ReadsFrom by_another = {0x10, 1, 4};

std::unique_ptr<Record> record_of(const std::vector<ReadsFrom>& pairs) {
    auto record = std::make_unique<Record>();
    std::copy(pairs.begin(), pairs.end(), record->reads_from.begin());
    record->reads_from_count = static_cast<std::uint32_t>(pairs.size());
    return record;
}

std::vector<ReadsFrom> asked(Feedback& feedback) {
    Command command;
    feedback.ask(command);
    return {command.wanted.begin(), command.wanted.begin() + command.wanted_count};
}

}  // namespace

TEST_CASE("nothing is asked for before anything was seen") {
    Feedback feedback(1);
    REQUIRE(asked(feedback).empty());
}

TEST_CASE("what was never seen is asked for first") {
    Feedback feedback(1);
    feedback.learn(*record_of({from_nobody, from_the_first, by_another}));
    const ReadsFrom never = {0x10, 0, 4};  // the other read, before anybody wrote
    const auto wanted = asked(feedback);
    REQUIRE(wanted.size() == 1);
    REQUIRE(wanted.front() == never);
}

TEST_CASE("no read is wanted to see two writes") {
    Feedback feedback(1);
    feedback.learn(*record_of({from_nobody, from_the_first, by_another}));
    for (int i = 0; i < 200; ++i) {
        const auto wanted = asked(feedback);
        REQUIRE(wanted.size() <= scheduler::max_wanted);
        for (std::size_t one = 0; one < wanted.size(); ++one) {
            for (std::size_t other = 0; other < one; ++other)
                REQUIRE(wanted[one].read != wanted[other].read);
        }
    }
}

TEST_CASE("the same seed asks for the same") {
    Feedback one(7);
    Feedback other(7);
    for (int i = 0; i < 50; ++i) {
        one.learn(*record_of({from_nobody, by_another}));
        other.learn(*record_of({from_nobody, by_another}));
        REQUIRE(asked(one) == asked(other));
    }
}

}  // namespace heddle::explore
