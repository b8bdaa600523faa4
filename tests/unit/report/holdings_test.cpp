#include "report/holdings.hpp"

#include <tuple>

#include "catch.hpp"

using namespace heddle;

namespace {

model::TraceStep step(model::ThreadIndex thread, std::string operation, std::string object,
                      std::optional<std::string> result = {}) {
    model::TraceStep made;
    made.thread = thread;
    made.operation = std::move(operation);
    made.object = std::move(object);
    made.result = std::move(result);
    return made;
}

using Row = std::tuple<model::ThreadIndex, std::string, std::size_t, std::size_t, std::size_t>;

// Thread, lock, from, to, slot.
std::vector<Row> held(std::vector<model::TraceStep> steps) {
    std::vector<Row> rows;
    for (const auto& one : report::holdings_of({{}, std::move(steps), {}, false}))
        rows.emplace_back(one.thread, one.lock, one.from, one.to, one.slot);
    return rows;
}

}  // namespace

TEST_CASE("a lock is held from the step that takes it to the one that gives it back") {
    CHECK(held({step(1, "lock", "a"), step(2, "load", "x"), step(1, "unlock", "a")}) ==
          std::vector<Row>{{1, "a", 0, 2, 0}});
}

TEST_CASE("a lock that nobody gives back is held to the end") {
    CHECK(held({step(1, "lock", "a"), step(2, "load", "x")}) ==
          std::vector<Row>{{1, "a", 0, 2, 0}});
}

TEST_CASE("who waits for a lock, or fails to take it, doesn't hold it") {
    CHECK(held({step(1, "lock", "a", "waits"), step(1, "try_lock", "a", "failed"),
                step(1, "unlock", "a", "failed")})
              .empty());
}

TEST_CASE("locks that a thread holds together lie beside each other") {
    CHECK(held({step(1, "lock", "a"), step(1, "lock", "b"), step(1, "unlock", "a"),
                step(1, "lock_shared", "c")}) ==
          std::vector<Row>{{1, "a", 0, 2, 0}, {1, "b", 1, 4, 1}, {1, "c", 3, 4, 0}});
}

TEST_CASE("each thread has slots of its own, and gives back only what it took itself") {
    CHECK(held({step(1, "lock", "a"), step(2, "unlock", "a"), step(2, "lock", "b")}) ==
          std::vector<Row>{{1, "a", 0, 3, 0}, {2, "b", 2, 3, 0}});
}

TEST_CASE("of two locks with one name the one taken last is given back first") {
    CHECK(held({step(1, "lock", "fork"), step(1, "lock", "fork"), step(1, "unlock", "fork")}) ==
          std::vector<Row>{{1, "fork", 0, 3, 0}, {1, "fork", 1, 2, 1}});
}

TEST_CASE("a lock taken in folded steps is held until as many have given it back") {
    model::TraceStep twice = step(1, "lock", "a");
    twice.repeats = 2;
    CHECK(held({twice, step(1, "unlock", "a"), step(1, "unlock", "a")}) ==
          std::vector<Row>{{1, "a", 0, 2, 0}});
}

TEST_CASE("a wait gives back the lock that is taken again after it") {
    CHECK(held({step(1, "lock", "a"), step(1, "lock", "b"), step(1, "wait", "ready", "waits"),
                step(2, "load", "x"), step(1, "wait", "ready", "woken"), step(1, "lock", "a")}) ==
          std::vector<Row>{{1, "a", 0, 2, 0}, {1, "b", 1, 6, 1}, {1, "a", 5, 6, 0}});
}

TEST_CASE("a wait that nobody ends gives back the lock taken last") {
    CHECK(held({step(1, "lock", "a"), step(1, "lock", "b"), step(1, "wait", "ready", "waits")}) ==
          std::vector<Row>{{1, "a", 0, 3, 0}, {1, "b", 1, 2, 1}});
}
