// The check you can read. The hidden ones have more records, or none, and look at how long the
// program lives and how often its heart beats. What they share stands in service_test.hpp.
#include "service_test.hpp"

using namespace service_test;

TEST_CASE("the journal is complete when the program has ended", "[visible][points:1][weight:2]") {
    const auto records = run_service(3).records;
    REQUIRE(records == records_up_to(3));
}
