// Points 3 and 4 of the lecture's Thread: start() and join().
#include <atomic>
#include <chrono>
#include <latch>
#include <string>
#include <thread>
#include <vector>

#include "catch.hpp"
#include "heddle/thread.hpp"

using heddle::Thread;
using std::chrono::milliseconds;

namespace {

/// What the call says when it refuses, else nothing.
template <class Call>
std::string refusal(Call call) {
    try {
        call();
    } catch (const std::logic_error& error) {
        return error.what();
    }
    return {};
}

int awaited() {
    return heddle::detail::thread_counts().awaited;
}

bool contains(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("a thread can only be started once") {
    std::latch may_end(1);
    Thread thread([&] { may_end.wait(); });
    thread.start();
    const auto while_alive = refusal([&] { thread.start(); });
    may_end.count_down();
    thread.join();
    const auto after_its_end = refusal([&] { thread.start(); });
    REQUIRE(contains(while_alive, "threads can only be started once"));
    REQUIRE(contains(after_its_end, "threads can only be started once"));
}

TEST_CASE("a thread is alive from start until run has ended") {
    std::latch may_end(1);
    Thread thread([&] { may_end.wait(); });
    const bool before = thread.is_alive();
    thread.start();
    const bool meanwhile = thread.is_alive();
    may_end.count_down();
    thread.join();
    const bool afterwards = thread.is_alive();
    REQUIRE_FALSE(before);
    REQUIRE(meanwhile);
    REQUIRE_FALSE(afterwards);
}

// Two of ten thousand questions in a row fall into the same millisecond on any machine.
TEST_CASE("who asks again and again whether a thread is alive is counted") {
    std::latch may_end(1);
    Thread thread([&] { may_end.wait(); });
    thread.start();
    const int at_first = heddle::detail::thread_counts().asked_in_vain;
    static_cast<void>(thread.is_alive());
    const int asked_once = heddle::detail::thread_counts().asked_in_vain;
    for (int i = 0; i < 10'000; ++i)
        static_cast<void>(thread.is_alive());
    const int asked_often = heddle::detail::thread_counts().asked_in_vain;
    may_end.count_down();
    thread.join();
    REQUIRE(asked_once == at_first);
    REQUIRE(asked_often > asked_once);
}

TEST_CASE("a thread is counted as awaited once, when somebody joins it") {
    Thread thread([] {});
    thread.start();
    const int before = awaited();
    thread.join();
    const int once = awaited();
    thread.join();
    static_cast<void>(thread.is_alive());
    REQUIRE(once == before + 1);
    REQUIRE(awaited() == once);
}

TEST_CASE("who is told that a thread has ended has awaited it, and not who is told that it lives") {
    std::latch may_end(1);
    Thread thread([&] { may_end.wait(); });
    const int before = awaited();
    static_cast<void>(thread.is_alive());
    thread.start();
    static_cast<void>(thread.is_alive());
    thread.join(milliseconds(0));
    const int while_alive = awaited();
    may_end.count_down();
    while (thread.is_alive()) {
    }
    REQUIRE(while_alive == before);
    REQUIRE(awaited() == before + 1);
}

TEST_CASE("a join with a timeout and a list without the thread tell of its end as well") {
    const int before = awaited();
    Thread joined([] {});
    joined.start();
    joined.join(milliseconds::max());
    const int after_join = awaited();
    Thread listed([] {});
    listed.start();
    while (heddle::enumerate().back() == &listed) {
    }
    REQUIRE(after_join == before + 1);
    REQUIRE(awaited() == before + 2);
}

TEST_CASE("what a thread wrote can be read after join") {
    int value = 0;
    Thread thread([&] { value = 1; });
    thread.start();
    thread.join();
    REQUIRE(value == 1);
}

TEST_CASE("join may be called again") {
    Thread thread([] {});
    thread.start();
    thread.join();
    thread.join();
    thread.join(milliseconds(1));
    REQUIRE_FALSE(thread.is_alive());
}

TEST_CASE("several threads may join the same one") {
    std::latch may_end(1);
    std::atomic<int> returned = 0;
    Thread awaited([&] { may_end.wait(); });
    awaited.start();
    const auto wait = [&] {
        awaited.join();
        ++returned;
    };
    Thread first(wait);
    Thread second(wait);
    first.start();
    second.start();
    may_end.count_down();
    first.join();
    second.join();
    REQUIRE(returned == 2);
}

TEST_CASE("join with a timeout gives up silently") {
    std::latch may_end(1);
    Thread thread([&] { may_end.wait(); });
    thread.start();
    thread.join(milliseconds(2));
    const bool after_timeout = thread.is_alive();
    may_end.count_down();
    thread.join(milliseconds::max());
    REQUIRE(after_timeout);
    REQUIRE_FALSE(thread.is_alive());
}

TEST_CASE("join with no time at all, or less, only asks") {
    std::latch may_end(1);
    Thread thread([&] { may_end.wait(); });
    thread.start();
    thread.join(milliseconds(0));
    thread.join(milliseconds(-5));
    REQUIRE(thread.is_alive());
    may_end.count_down();
    thread.join();
}

TEST_CASE("a thread that wasn't started can't be joined") {
    Thread thread([] {});
    const auto without = refusal([&] { thread.join(); });
    const auto with_timeout = refusal([&] { thread.join(milliseconds(1)); });
    REQUIRE(contains(without, "cannot join thread before it is started"));
    REQUIRE(without == with_timeout);
}

TEST_CASE("a thread can't join itself") {
    std::string without;
    std::string with_timeout;
    Thread thread([&] {
        without = refusal([] { heddle::current_thread().join(); });
        with_timeout = refusal([] { heddle::current_thread().join(milliseconds(1)); });
    });
    thread.start();
    thread.join();
    REQUIRE(contains(without, "cannot join current thread"));
    REQUIRE(without == with_timeout);
}

TEST_CASE("two threads that join each other: the second is told of the circle") {
    std::string refusals[2];
    std::latch both_known(3);
    Thread* threads[2] = {};
    const auto join_other = [&](std::size_t self) {
        both_known.arrive_and_wait();
        refusals[self] = refusal([&] { threads[1 - self]->join(); });
    };
    Thread first({.name = "A"}, join_other, 0U);
    Thread second({.name = "B"}, join_other, 1U);
    threads[0] = &first;
    threads[1] = &second;
    first.start();
    second.start();
    both_known.count_down();
    first.join();
    second.join();
    const auto circle = refusals[0] + refusals[1];
    REQUIRE(refusals[0].empty() != refusals[1].empty());
    REQUIRE((contains(circle, "A waits for B waits for A") ||
             contains(circle, "B waits for A waits for B")));
}

TEST_CASE("a circle of three is named from one end to the other") {
    std::string refusals[3];
    std::latch all_known(4);
    Thread* threads[3] = {};
    const auto join_next = [&](std::size_t self) {
        all_known.arrive_and_wait();
        refusals[self] = refusal([&] { threads[(self + 1) % 3]->join(); });
    };
    Thread first({.name = "A"}, join_next, 0U);
    Thread second({.name = "B"}, join_next, 1U);
    Thread third({.name = "C"}, join_next, 2U);
    threads[0] = &first;
    threads[1] = &second;
    threads[2] = &third;
    for (Thread* each : threads)
        each->start();
    all_known.count_down();
    for (Thread* each : threads)
        each->join();
    const auto circle = refusals[0] + refusals[1] + refusals[2];
    REQUIRE((contains(circle, "A waits for B waits for C waits for A") ||
             contains(circle, "B waits for C waits for A waits for B") ||
             contains(circle, "C waits for A waits for B waits for C")));
}

TEST_CASE("joins with a timeout are no circle: they end by themselves") {
    std::latch started(1);
    std::string refused;
    Thread* second_ptr = nullptr;
    Thread first([&] {
        started.wait();
        refused = refusal([&] { second_ptr->join(milliseconds(2)); });
    });
    Thread second([&] { first.join(); });
    second_ptr = &second;
    first.start();
    second.start();
    started.count_down();
    first.join();
    second.join();
    REQUIRE(refused.empty());
}

TEST_CASE("threads from elsewhere can't be joined here") {
    std::string refused;
    std::latch known(1);
    std::latch may_end(1);
    Thread* foreign = nullptr;
    std::thread elsewhere([&] {
        foreign = &heddle::current_thread();
        known.count_down();
        may_end.wait();
    });
    known.wait();
    refused = refusal([&] { foreign->join(); });
    may_end.count_down();
    elsewhere.join();
    REQUIRE(contains(refused, "not a heddle::Thread"));
}
