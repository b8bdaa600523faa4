// completed
#include "litmus.hpp"

namespace {

std::mutex mutex;
int total = 0;

struct Count {
    int value = 0;
    ~Count() {
        const std::lock_guard lock(mutex);
        total += value;
    }
};

thread_local Count count;

}  // namespace

// Each thread counts for itself, and hands its count over when it ends.
TEST_CASE("thread local with a destructor") {
    in_threads(3, [](int i) {
        count.value += i;
        std::this_thread::yield();
        count.value += i;
    });
    REQUIRE(total == 6);
}
