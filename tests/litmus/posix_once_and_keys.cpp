// completed
#include "litmus.hpp"

namespace {

pthread_once_t once = PTHREAD_ONCE_INIT;
pthread_key_t key;
std::atomic<int> made = 0;
std::atomic<int> destroyed = 0;

// A value that is set anew while it is destroyed is destroyed again. POSIX allows four rounds;
// clang 14's ThreadSanitizer has forgotten the thread in the last.
void destroy(void* value) {
    if (++destroyed <= 2) pthread_setspecific(key, value);
}

void make_key() {
    ++made;
    pthread_key_create(&key, destroy);
}

}  // namespace

TEST_CASE("posix once and keys") {
    std::array<int, 3> values = {};
    std::atomic<int> right = 0;
    in_threads(3, [&](int i) {
        pthread_once(&once, make_key);
        int& mine = values[static_cast<std::size_t>(i)];
        pthread_setspecific(key, &mine);
        std::this_thread::yield();
        if (pthread_getspecific(key) == &mine) ++right;
    });
    REQUIRE(made == 1);
    REQUIRE(right == 3);
    REQUIRE(destroyed == 5);
}
