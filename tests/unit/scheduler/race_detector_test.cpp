// What happens before what, and which accesses race: executions of three threads, by hand.
#include "scheduler/race_detector.hpp"
#include <memory>

#include "catch.hpp"

namespace heddle::scheduler {
namespace {

constexpr std::uint64_t x = 0x1000;
constexpr std::uint64_t mutex = 0x2000;
constexpr std::uint64_t flag = 0x3000;
constexpr Order relaxed = {};
constexpr Order acquire = {.acquires = true, .releases = false};
constexpr Order release = {.acquires = false, .releases = true};

// Thread 0 and two others that it has created. The detector takes 28 MB: on the heap.
struct Three {
    std::unique_ptr<RaceDetector> detector = std::make_unique<RaceDetector>();
    HappensBefore& order = detector->order();

    Three() {
        order.created(0, 1);
        order.created(0, 2);
    }
    std::optional<Race> write(ThreadId thread, std::uint64_t at = x, std::size_t size = 4) {
        return detector->access(thread, {at, size, AccessKind::write, Atomicity::plain});
    }
    std::optional<Race> read(ThreadId thread, std::uint64_t at = x, std::size_t size = 4) {
        return detector->access(thread, {at, size, AccessKind::read, Atomicity::plain});
    }
    std::optional<Race> write_atomic(ThreadId thread) {
        return detector->access(thread, {x, 4, AccessKind::write, Atomicity::atomic});
    }
};

}  // namespace

TEST_CASE("two writes that nothing orders race") {
    Three program;
    CHECK_FALSE(program.write(1));
    const auto race = program.write(2);
    REQUIRE(race);
    CHECK(race->earlier == 1);
    CHECK(race->earlier_kind == AccessKind::write);
    CHECK(race->address == x);
}

TEST_CASE("reads don't race with each other, a write does with each of them") {
    Three program;
    CHECK_FALSE(program.read(1));
    CHECK_FALSE(program.read(2));
    program.order.joined(0, 2);
    const auto race = program.write(0);
    REQUIRE(race);
    CHECK(race->earlier == 1);  // thread 1's, though it isn't the last
    CHECK(race->earlier_kind == AccessKind::read);
}

TEST_CASE("a lock orders what is done under it, and nothing else") {
    Three program;
    program.order.acquire_alone(1, mutex);
    CHECK_FALSE(program.write(1));
    program.order.release(1, mutex);
    CHECK_FALSE(program.write(1, x + 8));  // after the release
    program.order.acquire_alone(2, mutex);
    CHECK_FALSE(program.write(2));
    CHECK(program.write(2, x + 8));
}

TEST_CASE("a start orders what was before it, a join what was done in the thread") {
    Three program;
    CHECK_FALSE(program.write(1));
    CHECK(program.read(0));
    Three other;
    CHECK_FALSE(other.write(0));
    CHECK(other.read(1));  // written after thread 1 was created
    Three joined;
    CHECK_FALSE(joined.write(1));
    joined.order.joined(0, 1);
    CHECK_FALSE(joined.read(0));
}

TEST_CASE("who shares a lock isn't ordered with others who share it") {
    Three program;
    program.order.acquire(1, mutex);
    CHECK_FALSE(program.write(1));
    program.order.release_shared(1, mutex);
    SECTION("a second reader") {
        program.order.acquire(2, mutex);
        CHECK(program.write(2));
    }
    SECTION("a writer waits for all readers") {
        program.order.acquire_alone(2, mutex);
        CHECK_FALSE(program.write(2));
    }
}

TEST_CASE("what a release store publishes, an acquire load may use; with less than that it races") {
    for (const Order store : {relaxed, release}) {
        for (const Order load : {relaxed, acquire}) {
            Three program;
            CHECK_FALSE(program.write(1));
            program.order.stored(1, flag, store);
            program.order.loaded(2, flag, load);
            const bool is_ordered = store.releases && load.acquires;
            CHECK(program.read(2).has_value() != is_ordered);
        }
    }
}

TEST_CASE("a read-modify-write continues what a release store began") {
    Three program;
    program.order.created(0, 3);
    CHECK_FALSE(program.write(1));
    program.order.stored(1, flag, release);
    program.order.modified(2, flag, relaxed);
    program.order.loaded(3, flag, acquire);
    CHECK_FALSE(program.read(3));
    CHECK(program.read(2));  // its own was relaxed
}

TEST_CASE("fences make relaxed accesses order what is around them") {
    Three program;
    CHECK_FALSE(program.write(1));
    program.order.fenced(1, release);
    program.order.stored(1, flag, relaxed);
    program.order.loaded(2, flag, relaxed);
    SECTION("with one on either side") {
        program.order.fenced(2, acquire);
        CHECK_FALSE(program.read(2));
    }
    SECTION("not with one alone") {
        CHECK(program.read(2));
    }
}

TEST_CASE("atomics don't race with each other, but with plain accesses") {
    Three program;
    CHECK_FALSE(program.write_atomic(1));
    CHECK_FALSE(program.write_atomic(2));
    CHECK(program.read(1));
}

TEST_CASE("accesses of different sizes race where they overlap") {
    Three program;
    CHECK_FALSE(program.write(1, x, 16));
    CHECK(program.read(2, x + 12, 4));
    CHECK_FALSE(program.read(2, x + 16, 4));
    Three bytes;
    CHECK_FALSE(bytes.write(1, x, 1));
    CHECK_FALSE(bytes.write(2, x + 1, 1));
    CHECK(bytes.write(2, x - 4, 8));
}

TEST_CASE("memory that was given out again has no past") {
    for (const std::size_t size : {std::size_t{16}, std::size_t{1} << 30U}) {
        Three program;
        CHECK_FALSE(program.write(1));
        program.detector->forget(x, size);
        CHECK_FALSE(program.write(2));
        CHECK(program.write(1));
    }
}

// A race that can no longer be told from an order is none.
TEST_CASE("more objects than fit end the judging") {
    Three program;
    CHECK_FALSE(program.write(1));
    for (std::uint64_t object = 0; object < 10'000; ++object)
        program.order.release(1, mutex + 8 * object);
    CHECK(program.order.is_outgrown());
    CHECK_FALSE(program.write(2));
}

TEST_CASE("a race is still found after thousands of other addresses") {
    Three program;
    constexpr std::uint64_t others = 0x100000;
    CHECK_FALSE(program.write(1));
    for (std::uint64_t i = 0; i < 5000; ++i)
        REQUIRE_FALSE(program.write(1, others + 8 * i));
    CHECK(program.write(2));
    CHECK(program.write(2, others));
    CHECK(program.write(2, others + 8 * 4999));
    CHECK_FALSE(program.write(2, others + 8 * 5000));
}

TEST_CASE("of forty threads each is ordered by itself") {
    const auto detector = std::make_unique<RaceDetector>();
    HappensBefore& order = detector->order();
    for (ThreadId thread = 1; thread <= 40; ++thread)
        order.created(0, thread);
    const auto write = [&](ThreadId thread) {
        return detector->access(thread, {x, 4, AccessKind::write, Atomicity::plain});
    };
    CHECK_FALSE(write(35));
    order.release(35, mutex);
    order.acquire(20, mutex);
    CHECK_FALSE(write(20));
    CHECK(write(36));
}

TEST_CASE("of many readers each is remembered") {
    for (const ThreadId missed : {ThreadId{3}, ThreadId{16}, ThreadId{40}}) {
        const auto detector = std::make_unique<RaceDetector>();
        HappensBefore& order = detector->order();
        for (ThreadId thread = 1; thread <= 40; ++thread)
            order.created(0, thread);
        for (ThreadId thread = 1; thread <= 40; ++thread)
            detector->access(thread, {x, 4, AccessKind::read, Atomicity::plain});
        for (ThreadId thread = 1; thread <= 40; ++thread) {
            if (thread != missed) order.joined(0, thread);
        }
        const auto race = detector->access(0, {x, 4, AccessKind::write, Atomicity::plain});
        REQUIRE(race);
        CHECK(race->earlier == missed);
    }
}

}  // namespace heddle::scheduler
