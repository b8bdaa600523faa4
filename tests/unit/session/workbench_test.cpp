#include "session/workbench.hpp"

#include "catch.hpp"

using namespace heddle::session;
namespace explore = heddle::explore;
namespace scheduler = heddle::scheduler;

namespace {

TrialRequest request_for(const char* name) {
    TrialRequest request;
    request.info.name = name;
    request.binary = HEDDLE_LITMUS;
    return request;
}

// The fingerprint of a case's schedule in order; nothing where its server breaks.
std::optional<std::uint64_t> run(Workbench& bench, const TrialRequest& request) {
    const auto program = bench.program_of(request);
    REQUIRE(program);
    const auto record = (*program)->run({});
    if (!record) return std::nullopt;
    return (*record)->fingerprint;
}

}  // namespace

TEST_CASE("a case runs alike on a bench of its own and after others") {
    Workbench one(0);
    const auto expected = run(one, request_for("thread pool"));
    REQUIRE(expected);
    Workbench other(0);
    REQUIRE(run(other, request_for("seven locks")) != expected);
    CHECK(run(other, request_for("thread pool")) == expected);
    CHECK(run(other, request_for("thread pool")) == expected);
}

TEST_CASE("after a server that broke the bench has another") {
    Workbench bench(0);
    const auto expected = run(bench, request_for("thread pool"));
    REQUIRE_FALSE(run(bench, request_for("no such case")));
    CHECK(run(bench, request_for("thread pool")) == expected);
}

TEST_CASE("a bench runs each request's own program") {
    Workbench bench(0);
    REQUIRE(run(bench, request_for("thread pool")));
    auto missing = request_for("thread pool");
    missing.binary = "/nowhere/at/all";
    const auto program = bench.program_of(missing);
    CHECK_FALSE((program && (*program)->run({})));
    auto predicted = request_for("thread pool");
    predicted.prediction = "a\nb\nc\nd";
    CHECK(run(bench, predicted) == run(bench, request_for("thread pool")));
}
