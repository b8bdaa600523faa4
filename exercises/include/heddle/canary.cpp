// The offence that a working sanitizer reports: part of every test binary and
// run by the grader alone, to know that silence means something.
#include <thread>
#include <vector>

#include "heddle/test.hpp"

// How gcc says it, and clang.
#if defined(__SANITIZE_ADDRESS__)
#define HEDDLE_CHECKS_ADDRESSES
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define HEDDLE_CHECKS_ADDRESSES
#endif
#endif

namespace {

int unguarded = 0;

}  // namespace

TEST_CASE("heddle canary", "[.canary]") {
#ifdef HEDDLE_CHECKS_ADDRESSES
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
