// completed
#include <pthread.h>

#include <array>
#include <cstddef>
#include <cstring>

#include "litmus.hpp"

namespace {

constexpr std::size_t megabyte = std::size_t{1} << 20U;

struct Stack {
    void* begin = nullptr;
    std::size_t size = 0;
    std::size_t guard = 0;
};

void* look_at_stack(void* to) {
    auto& seen = *static_cast<Stack*>(to);
    pthread_attr_t attributes;
    pthread_getattr_np(pthread_self(), &attributes);
    pthread_attr_getstack(&attributes, &seen.begin, &seen.size);
    pthread_attr_getguardsize(&attributes, &seen.guard);
    pthread_attr_destroy(&attributes);
    return nullptr;
}

Stack stack_with(const pthread_attr_t* attributes) {
    Stack seen;
    pthread_t thread;
    pthread_create(&thread, attributes, look_at_stack, &seen);
    pthread_join(thread, nullptr);
    return seen;
}

// All but a megabyte of the usual stack.
int most_of_it() {
    pthread_attr_t attributes;
    pthread_getattr_default_np(&attributes);
    std::size_t size = 0;
    pthread_attr_getstacksize(&attributes, &size);
    pthread_attr_destroy(&attributes);
    return static_cast<int>(size / megabyte) - 1;
}

int use_stack(int megabytes) {
    volatile char here[megabyte - 1024];
    for (std::size_t i = 0; i < sizeof here; i += 4096)
        here[i] = 1;
    return here[0] + (megabytes > 1 ? use_stack(megabytes - 1) : 0);
}

}  // namespace

// What the program asks for it gets; the rest is the runtime's business.
TEST_CASE("stacks of threads") {
    std::thread([] { use_stack(most_of_it()); }).join();
    std::thread([] { use_stack(most_of_it()); }).join();  // where the first one was

    pthread_attr_t attributes;
    pthread_attr_init(&attributes);
    pthread_attr_setstacksize(&attributes, 4 * megabyte);
    pthread_attr_setguardsize(&attributes, 65536);
    const Stack wanted = stack_with(&attributes);
    REQUIRE(wanted.size >= 4 * megabyte);  // a larger one may have been left by another
    REQUIRE(wanted.guard == 65536);

    alignas(4096) static std::array<std::byte, 2 * megabyte> own;
    pthread_attr_setstack(&attributes, own.data(), own.size());
    REQUIRE(stack_with(&attributes).begin == own.data());

    std::thread([] {}).detach();
    std::thread([] { use_stack(most_of_it()); }).join();
}
