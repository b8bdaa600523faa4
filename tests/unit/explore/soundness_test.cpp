#include "explore/soundness.hpp"

#include <memory>

#include "catch.hpp"

using namespace heddle::scheduler;
using heddle::explore::is_sound;

namespace {

// A schedule of two threads with one of everything.
std::unique_ptr<Record> record() {
    auto made = std::make_unique<Record>();
    made->ending = Ending::deadlock;
    made->thread_count = 2;
    made->evidence_count = made->blocked_count = made->choice_count = made->step_count = 1;
    made->choices[0].thread = 1;
    made->recorded[0].thread = 1;
    made->blocked[0].thread = 1;
    return made;
}

}  // namespace

TEST_CASE("what the runtime writes is sound") {
    CHECK(is_sound(*record()));
    CHECK(is_sound(*std::make_unique<Record>()));
}

TEST_CASE("a record that was scribbled on is not") {
    const auto scribbled = record();
    SECTION("an ending") {
        scribbled->ending = static_cast<Ending>(200);
    }
    SECTION("a count of choices") {
        scribbled->choice_count = 0x7fffffff;
    }
    SECTION("a count of steps") {
        scribbled->step_count = 0x7fffffff;
    }
    SECTION("a count of lines of memory") {
        scribbled->line_count = 0x7fffffff;
    }
    SECTION("a count of threads") {
        scribbled->thread_count = 0x7fffffff;
    }
    SECTION("a thread") {
        scribbled->choices[0].thread = 2;
    }
    SECTION("a step's operation") {
        scribbled->recorded[0].operation = static_cast<Operation>(250);
    }
    SECTION("a stack") {
        scribbled->recorded[0].stack.count = 1000;
    }
    SECTION("a text without an end") {
        scribbled->message.fill('x');
    }
    SECTION("a holder") {
        scribbled->blocked[0].holder = 77;
    }
    SECTION("a count of those who could run") {
        scribbled->pending_count = 0x7fffffff;
    }
    SECTION("who could run") {
        scribbled->pending_count = 1;
        scribbled->pending[0].thread = 77;
    }
    SECTION("a count of weak orders") {
        scribbled->weak_order_count = 0x7fffffff;
    }
    SECTION("where a weak order is") {
        scribbled->weak_order_count = 1;
        scribbled->weak_orders[0].stack.count = 1000;
    }
    CHECK_FALSE(is_sound(*scribbled));
}
