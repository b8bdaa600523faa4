// The check you can read. The hidden ones hand in other threads, with other budgets; given.hpp and
// promises.hpp are theirs too.
#include "promises.hpp"

using namespace std::chrono_literals;
namespace given = heddle::given;
using given::Indices;

TEST_CASE("the slow one first: it is still alive, the other has ended",
          "[visible][time][points:1]") {
    const auto call = given::call({{5s}, {300ms}}, 1s);  // what each takes, and the budget

    given::expect_kept(call);
    REQUIRE(call.ended == Indices{1});
    REQUIRE(call.alive == Indices{0});
}
