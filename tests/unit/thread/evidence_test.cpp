// What the library tells the grader about a misuse of Thread. This file stands in for the grader's
// runtime; linked with the real one, the hook here gives way to it and these tests check nothing.
#include <algorithm>
#include <latch>
#include <string>
#include <vector>

#include "catch.hpp"
#include "child.hpp"
#include "heddle/hooks.hpp"
#include "heddle/lab.hpp"
#include "heddle/thread.hpp"

using heddle::make_thread;
using heddle::Thread;

namespace {

std::vector<std::string>& reported() {
    static std::vector<std::string> ids;
    return ids;
}

bool stands_in() {
    reported().clear();
    heddle_hook_evidence("probe", "");
    return !reported().empty();
}

/// The ids that `misuse` reports.
template <class Misuse>
std::vector<std::string> evidence_of(Misuse misuse) {
    if (!stands_in()) return {};
    reported().clear();
    try {
        misuse();
    } catch (const std::logic_error&) {
        // It was refused, as the other tests check.
    }
    return reported();
}

void require_evidence(const std::vector<std::string>& ids, const std::string& expected) {
    if (stands_in()) REQUIRE(ids == std::vector<std::string>{expected});
}

/// For what ends the program: the first id, on the child's output.
template <class Misuse>
void require_evidence_in_child(Misuse misuse, const std::string& expected) {
    const auto result = run_in_child([&] {
        if (!stands_in()) std::exit(0);
        std::set_terminate([] {
            std::printf("[%s]", reported().empty() ? "" : reported().back().c_str());
            std::fflush(stdout);
            _exit(1);  // not exit(), which would wait for the thread
        });
        misuse();
    });
    if (result.exit_code != 0)
        REQUIRE(result.output.find("[" + expected + "]") != std::string::npos);
}

struct StartsItself : Thread {
    StartsItself() { start(); }
};

struct CountsFrom : Thread {
    virtual void run(int) {}
    using Thread::run;
};

}  // namespace

extern "C" void heddle_hook_evidence(const char* id, const char*) {
    reported().push_back(id);
}

TEST_CASE("evidence: a second start is start-twice") {
    Thread thread([] {});
    thread.start();
    thread.join();
    const auto ids = evidence_of([&] { thread.start(); });
    require_evidence(ids, "start-twice");
}

TEST_CASE("evidence: a join before start is join-unstarted") {
    Thread thread([] {});
    const auto ids = evidence_of([&] { thread.join(); });
    require_evidence(ids, "join-unstarted");
}

TEST_CASE("evidence: a join of oneself is join-self") {
    const auto ids = evidence_of([] { heddle::main_thread().join(); });
    require_evidence(ids, "join-self");
}

TEST_CASE("evidence: a circle of joins is join-cycle") {
    const auto ids = evidence_of([&] {
        std::latch one_waits(1);
        Thread* second = nullptr;
        Thread first([&] {
            one_waits.wait();
            second->join();
        });
        Thread other([&] {
            one_waits.count_down();
            first.join();
        });
        second = &other;
        heddle::set_excepthook([](const Thread&, std::exception_ptr) {});
        first.start();
        other.start();
        first.join();
        other.join();
        heddle::set_excepthook({});
    });
    require_evidence(ids, "join-cycle");
}

TEST_CASE("evidence: misuse on purpose throws, and is nothing to report") {
    const auto ids = evidence_of([] {
        const heddle::detail::ExpectedMisuse on_purpose;
        REQUIRE_THROWS_AS(heddle::main_thread().join(), std::logic_error);
    });
    REQUIRE(ids.empty());
}

TEST_CASE("evidence: daemon set after start is daemon-late") {
    Thread thread([] {});
    thread.start();
    thread.join();
    const auto ids = evidence_of([&] { thread.set_daemon(true); });
    require_evidence(ids, "daemon-late");
}

TEST_CASE("evidence: an owned thread that starts in its constructor is start-in-ctor") {
    const auto ids = evidence_of([] { make_thread<StartsItself>(); });
    require_evidence(ids, "start-in-ctor");
}

TEST_CASE("evidence: a derived class without a run of its own is run-not-overridden") {
    CountsFrom thread;
    const auto ids = evidence_of([&] {
        thread.start();
        thread.join();
    });
    require_evidence(ids, "run-not-overridden");
}

TEST_CASE("evidence: an owned thread whose target somebody else has called is nothing to report") {
    const auto thread = make_thread([] {});
    const auto ids = evidence_of([&] {
        thread->run();
        thread->start();
        thread->join();
    });
    REQUIRE(ids.empty());
}

TEST_CASE("evidence: a plain Thread without a target is nothing to report") {
    Thread thread;
    const auto ids = evidence_of([&] {
        thread.start();
        thread.join();
    });
    REQUIRE(ids.empty());
}

TEST_CASE("evidence: the end of a running thread's object is destroyed-running") {
    require_evidence_in_child(
        [] {
            std::latch never(1);
            Thread thread([&] { never.wait(); });
            thread.start();
        },
        "destroyed-running");
}

TEST_CASE("evidence: after a join that gave up it is timeout-ignored") {
    require_evidence_in_child(
        [] {
            std::latch never(1);
            Thread thread([&] { never.wait(); });
            thread.start();
            thread.join(heddle::Ticks(1));
        },
        "timeout-ignored");
}

TEST_CASE("evidence: unless somebody asked whether it is still alive") {
    require_evidence_in_child(
        [] {
            std::latch never(1);
            Thread thread([&] { never.wait(); });
            thread.start();
            thread.join(heddle::Ticks(1));
            static_cast<void>(thread.is_alive());
        },
        "destroyed-running");
}
