// completed
#include <sys/prctl.h>

#include <string>

#include "litmus.hpp"

namespace {

std::string name_of(pthread_t thread) {
    std::array<char, 16> name = {};
    REQUIRE(pthread_getname_np(thread, name.data(), name.size()) == 0);
    return name.data();
}

}  // namespace

// A thread's name is what the system keeps, whoever gave it: nothing is taken that is too long, and
// what is no name of a thread goes on as it is.
TEST_CASE("names of threads") {
    std::binary_semaphore named(0);
    std::string seen;
    std::jthread other([&] {
        named.acquire();
        seen = name_of(pthread_self());
        prctl(PR_SET_NAME, "a name of one's own");
    });
    REQUIRE(pthread_setname_np(other.native_handle(), "counter") == 0);
    REQUIRE(pthread_setname_np(other.native_handle(), "sixteen letters.") == ERANGE);
    named.release();
    other.join();
    REQUIRE(seen == "counter");
    REQUIRE(pthread_setname_np(pthread_self(), "fifteen letters") == 0);
    REQUIRE(name_of(pthread_self()) == "fifteen letters");
    REQUIRE(prctl(PR_SET_NAME, "main again and again") == 0);
    REQUIRE(name_of(pthread_self()) == "main again and ");
    REQUIRE(prctl(PR_SET_DUMPABLE, prctl(PR_GET_DUMPABLE)) == 0);
}
