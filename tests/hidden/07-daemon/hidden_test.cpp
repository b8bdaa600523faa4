// Hidden checks of exercise 07: values (4 points), schedules (3), time (2).
#include "service_test.hpp"

using namespace service_test;

TEST_CASE("all of five records are in the journal, in their order", "[hidden][points:1]") {
    const auto records = run_service(5).records;
    REQUIRE(records == records_up_to(5));
}

TEST_CASE("a single record is in the journal", "[hidden][points:1]") {
    const auto records = run_service(1).records;
    REQUIRE(records == records_up_to(1));
}

TEST_CASE("without records the journal is empty, and the program ends", "[hidden][points:1]") {
    const auto records = run_service(0).records;
    REQUIRE(records.empty());
}

TEST_CASE("the exit code is 0", "[hidden][points:1]") {
    const int exit_code = run_service(2).exit_code;
    if (exit_code != 0) {
        test::evidence("exit-code", "service_main returned " + std::to_string(exit_code) +
                                        ": with 0 a program says that all went well");
    }
    REQUIRE(exit_code == 0);
}

TEST_CASE("the end of the program waits for the writer, whoever is fast or slow",
          "[hidden][points:2][weight:3]") {
    const auto records = run_service(4).records;
    const auto records_written = records.size();
    REQUIRE(records_written == 4);
}

TEST_CASE("no thread ends by an exception", "[hidden][points:1]") {
    const test::UncaughtExceptions uncaught;
    run_service(2);
    const auto failed_threads = uncaught.threads();
    REQUIRE(failed_threads.empty());
}

TEST_CASE("the program is over when the last record is written", "[hidden][time][points:1]") {
    const double seconds = run_service(3).seconds;
    REQUIRE(seconds >= 6);
    REQUIRE(seconds <= 7);  // the heartbeat may be told to stop, and may first have to wake
}

TEST_CASE("the heart beats once a second, for as long as the program lives",
          "[hidden][time][points:1]") {
    const int beats = run_service(4).beats;
    if (beats == 0) expect_started();
    test::expect_threads(2);
    REQUIRE(beats >= 8);
    REQUIRE(beats <= 9);
}
