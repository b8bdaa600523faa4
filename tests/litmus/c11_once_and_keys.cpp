// completed
#include <threads.h>

#include "litmus.hpp"

namespace {

once_flag once = ONCE_FLAG_INIT;
tss_t key;
std::atomic<int> destroyed = 0;

void make_key() {
    tss_create(&key, [](void*) { ++destroyed; });
}

int use_key(void* value) {
    call_once(&once, make_key);
    tss_set(key, value);
    thrd_yield();
    return tss_get(key) == value ? 1 : 0;
}

}  // namespace

TEST_CASE("c11 once and keys") {
    std::array<thrd_t, 3> threads = {};
    std::array<int, 3> results = {};
    for (std::size_t i = 0; i < threads.size(); ++i)
        thrd_create(&threads[i], use_key, &results[i]);
    for (std::size_t i = 0; i < threads.size(); ++i)
        thrd_join(threads[i], &results[i]);
    tss_delete(key);
    REQUIRE(results == std::array{1, 1, 1});
    REQUIRE(destroyed == 3);
}
