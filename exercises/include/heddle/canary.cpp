// The offence that a working sanitizer reports: part of every test binary and
// run by the grader alone, to know that silence means something.
#include <thread>
#include <vector>

#include "heddle/test.hpp"

namespace {

int unguarded = 0;

}  // namespace

TEST_CASE("heddle canary", "[.canary]") {
#ifdef __SANITIZE_ADDRESS__
    std::vector<int> three(3);
    int* volatile beyond = three.data() + three.size();
    *beyond = unguarded;
#else
    std::thread first([] { ++unguarded; });
    std::thread second([] { ++unguarded; });
    first.join();
    second.join();
#endif
}
