// Sinks, journals and time, as they are without the grader's runtime and with it.
#include <string>
#include <vector>

#include "catch.hpp"
#include "heddle/lab.hpp"
#include "heddle/thread.hpp"

using heddle::Sink;
using heddle::Thread;
using heddle::Ticks;

TEST_CASE("a sink remembers what was put, by whom, in order") {
    Sink sink;
    sink.put(1);
    Thread thread({.name = "helper"}, [&] { sink.put(2); });
    thread.start();
    thread.join();
    const auto records = sink.records();
    REQUIRE(records.size() == 2);
    REQUIRE(records[0].value == 1);
    REQUIRE(records[0].thread == "MainThread");
    REQUIRE(records[1].value == 2);
    REQUIRE(records[1].thread == "helper");
    REQUIRE(records[1].thread_id == thread.ident());
    REQUIRE(records[0].at <= records[1].at);
}

TEST_CASE("threads may put into one sink at the same time") {
    Sink sink;
    const auto put_ten = [&] {
        for (int value = 0; value < 10; ++value)
            sink.put(value);
    };
    Thread first(put_ten);
    Thread second(put_ten);
    first.start();
    second.start();
    first.join();
    second.join();
    REQUIRE(sink.records().size() == 20);
}

TEST_CASE("a journal keeps its lines in order") {
    heddle::Journal journal;
    journal.append("one");
    journal.append("two");
    REQUIRE(journal.lines() == std::vector<std::string>{"one", "two"});
}

TEST_CASE("work, io and sleep take at least the time they are given") {
    const Ticks before = heddle::now();
    heddle::work(Ticks(1));
    heddle::io(Ticks(1));
    heddle::sleep(Ticks(1));
    const Ticks taken = heddle::now() - before;
    REQUIRE(taken >= Ticks(2));  // a tick of three may fall between two readings
}

TEST_CASE("outside a check, what is still to be written throws its name") {
    REQUIRE_THROWS_WITH(heddle::todo("countdown"), "still to be written: countdown");
}
