// completed
#include <cerrno>

#include "litmus.hpp"

namespace {

struct Mutex {
    pthread_mutex_t it;
    explicit Mutex(int kind) {
        pthread_mutexattr_t attributes;
        pthread_mutexattr_init(&attributes);
        pthread_mutexattr_settype(&attributes, kind);
        pthread_mutex_init(&it, &attributes);
        pthread_mutexattr_destroy(&attributes);
    }
    ~Mutex() { pthread_mutex_destroy(&it); }
};

}  // namespace

TEST_CASE("mutex kinds") {
    Mutex normal(PTHREAD_MUTEX_NORMAL);
    Mutex recursive(PTHREAD_MUTEX_RECURSIVE);
    std::array<int, 3> errors = {};
    int counter = 0;
    in_threads(2, [&](int) {
        pthread_mutex_lock(&recursive.it);
        errors[0] += pthread_mutex_trylock(&recursive.it);
        pthread_mutex_lock(&normal.it);
        errors[1] += pthread_mutex_trylock(&normal.it) == EBUSY ? 0 : 1;
        ++counter;
        pthread_mutex_unlock(&normal.it);
        errors[2] += pthread_mutex_unlock(&recursive.it);
        pthread_mutex_unlock(&recursive.it);
    });
    REQUIRE(errors == std::array<int, 3>{});
    REQUIRE(counter == 2);
}
