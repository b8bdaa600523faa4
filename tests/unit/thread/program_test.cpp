// What tests take for the end of a program is what happens when a real one ends: the same service,
// once under run_program and once as a process that returns from main().
#include <chrono>
#include <cstdio>
#include <functional>
#include <thread>

#include "catch.hpp"
#include "child.hpp"
#include "heddle/program.hpp"
#include "heddle/thread.hpp"

using heddle::make_thread;
using heddle::Thread;
using heddle::ThreadOptions;
using std::chrono::milliseconds;

namespace {

heddle::Journal journal;

void print_journal() {
    for (const auto& line : journal.lines())
        std::printf("%s ", line.c_str());
}

void beat_for_ever() {
    for (;;)
        std::this_thread::sleep_for(milliseconds(1));
}

void write_three_records() {
    for (const char* record : {"one", "two", "three"}) {
        std::this_thread::sleep_for(milliseconds(5));
        journal.append(record);
    }
}

/// Blocks until the program is over, and so writes nothing.
void write_too_late() {
    std::this_thread::sleep_for(std::chrono::hours(1));
    journal.append("too late");
}

int start_service(const ThreadOptions& of_writer, void (*write)()) {
    const auto heartbeat = make_thread(ThreadOptions{.daemon = true}, beat_for_ever);
    static Thread* const writer = new Thread(of_writer, write);
    heartbeat->start();
    writer->start();
    return 3;
}

int service() {
    return start_service({.daemon = false}, write_three_records);
}

int service_of_daemons() {
    return start_service({.daemon = true}, write_too_late);
}

/// As a program: it looks at the journal last of all, when the threads have been waited for.
ChildResult run_as_process(int (*service_main)()) {
    return run_in_child([service_main] {
        std::atexit(print_journal);
        std::exit(service_main());
    });
}

/// As a test case: it looks at the journal when run_program has returned.
ChildResult run_as_test(int (*service_main)()) {
    return run_in_child([service_main] {
        const auto end = heddle::test::run_program(service_main);
        print_journal();
        std::exit(end.exit_code);
    });
}

}  // namespace

TEST_CASE("a program ends when its last thread has that isn't a daemon") {
    const auto process = run_as_process(service);
    REQUIRE(process.exit_code == 3);
    REQUIRE(process.output == "one two three ");
}

TEST_CASE("a program of daemons ends with main, and what they would have done is lost") {
    const auto process = run_as_process(service_of_daemons);
    REQUIRE(process.exit_code == 3);
    REQUIRE(process.output.empty());
}

TEST_CASE("run_program finds what the real end of a program leaves behind") {
    for (const auto service_main : {service, service_of_daemons}) {
        const auto process = run_as_process(service_main);
        const auto test = run_as_test(service_main);
        REQUIRE(test.exit_code == process.exit_code);
        REQUIRE(test.output == process.output);
    }
}

TEST_CASE("a static daemon is destroyed while it runs, and ends the program") {
    const auto process = run_in_child([] {
        static Thread heartbeat({.name = "heartbeat", .daemon = true}, beat_for_ever);
        heartbeat.start();
    });
    REQUIRE(process.signal == SIGABRT);
    REQUIRE(process.output.find("heartbeat was destroyed") != std::string::npos);
}

TEST_CASE("_Exit waits for nobody") {
    const auto process = run_in_child([] {
        std::atexit(print_journal);
        service();
        std::_Exit(4);
    });
    REQUIRE(process.exit_code == 4);
    REQUIRE(process.output.empty());
}
