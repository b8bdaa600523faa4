// deadlock within 4
#include "litmus.hpp"

namespace {

int first();
int second();

int half(int (*other)()) {
    static thread_local int depth = 0;
    const int value = ++depth < 2 ? other() : 1;
    --depth;
    return value;
}

int first() {
    static const int value = half(second);
    return value;
}

int second() {
    static const int value = half(first);
    return value;
}

}  // namespace

TEST_CASE("statics that need each other") {
    together([] { first(); }, [] { second(); });
    SUCCEED();
}
