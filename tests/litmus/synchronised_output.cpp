// completed
#include <sstream>
#include <syncstream>

#include "litmus.hpp"

TEST_CASE("synchronised output") {
    std::ostringstream text;
    in_threads(3, [&](int) {
        std::osyncstream(text) << "a"
                               << "b";
    });
    REQUIRE(text.str() == "ababab");
}
