// The check you can read. The hidden ones use other numbers of threads and hits, and count_hits
// too.
#include <thread>

#include "heddle/test.hpp"
#include "port.hpp"

TEST_CASE("two threads, one hit each", "[visible][points:1][weight:2][exhaust]") {
    const auto counter = heddle::port::make_hit_counter();
    std::thread first([&] { counter->hit(); });
    std::thread second([&] { counter->hit(); });
    first.join();
    second.join();

    const long total = counter->total();
    REQUIRE(total == 2);
}
