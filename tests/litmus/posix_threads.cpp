// completed
#include "litmus.hpp"

namespace {

void* twice(void* number) {
    *static_cast<int*>(number) *= 2;
    pthread_exit(number);
}

}  // namespace

// One is joined, one is created detached, and one is detached later.
TEST_CASE("posix threads") {
    std::array<int, 3> numbers = {1, 2, 3};
    pthread_attr_t attributes;
    pthread_attr_init(&attributes);
    pthread_attr_setdetachstate(&attributes, PTHREAD_CREATE_DETACHED);
    std::array<pthread_t, 3> threads = {};
    pthread_create(&threads[0], nullptr, twice, &numbers[0]);
    pthread_create(&threads[1], nullptr, twice, &numbers[1]);
    std::atomic<bool> is_done = false;
    pthread_create(
        &threads[2], &attributes,
        [](void* done) -> void* {
            static_cast<std::atomic<bool>*>(done)->store(true);
            return nullptr;
        },
        &is_done);
    pthread_attr_destroy(&attributes);
    void* result = nullptr;
    pthread_join(threads[0], &result);
    pthread_join(threads[1], nullptr);
    while (!is_done)
        sched_yield();
    REQUIRE(result == &numbers[0]);
    REQUIRE(numbers == std::array{2, 4, 3});
    REQUIRE(pthread_equal(threads[0], pthread_self()) == 0);
}
