#!/bin/bash
# What `explore` finds in memory that crashes nothing: explore_memory_test.sh SOURCE BUILD CASE.
. "${BASH_SOURCE%/*}/exploring.sh"

# finds FILE DIAGNOSIS: by AddressSanitizer, and the same again by its choices.
finds() {
    explore 1 "$1"
    [[ $(field outcome) == memory_error ]] || fail "the outcome is $(field outcome)"
    [[ $(field diagnosis) == "$2" ]] || fail "the diagnosis is $(field diagnosis)"
    [[ $(field choices) == asan:* ]] || fail "the choices are $(field choices)"
    cp found.json first.json
    explore 1 "$1"
    cmp -s found.json first.json || fail "another time, another finding"
    explore 1 --replay first.json "$1"
    [[ $(field diagnosis) == "$2" ]] || fail "the replay is called $(field diagnosis)"
}

# The string's characters are freed, and read by the C library.
a_string_that_a_thread_outlives() {
    cat >greet.cpp <<'END'
#include <cstdio>
#include <string>
#include <thread>
std::thread greeter;
void start_greeting() {
    std::string name = "a name too long for the string itself";
    greeter = std::thread([&name] { std::printf("hello %s\n", name.c_str()); });
}
int main() {
    start_greeting();
    greeter.join();
}
END
    finds greet.cpp dangling-ref
    says "greet.cpp:7"
}

# What the thread writes into belongs to somebody else by then: `hunt` sees a crash, a memory that is
# used up, or what doesn't repeat, as the compiler lays it out.
a_wild_write_is_explained() {
    cat >wild.cpp <<'END'
#include <string>
#include <thread>
void greet(std::thread& greeter) {
    std::string name = "Ada";
    greeter = std::thread([&name] { name += " Lovelace, countess of Lovelace"; });
}
int main() {
    std::thread greeter;
    greet(greeter);
    greeter.join();
}
END
    explore 1 wild.cpp
    [[ $(field diagnosis) == dangling-ref ]] || fail "the diagnosis is $(field diagnosis)"
    says "wild.cpp:5"
}

one_past_the_end() {
    cat >past.c <<'END'
#include <stdlib.h>
int main(void) {
    int *squares = malloc(10 * sizeof *squares);
    for (int i = 0; i <= 10; ++i) squares[i] = i * i;
    free(squares);
    return 0;
}
END
    finds past.c overflow
    says "past.c:4"
}

# A race, a leak and an exit without joining are others' business, or nobody's.
what_leaks_or_is_left_at_work_is_not_accused() {
    cat >leaks.cpp <<'END'
#include <atomic>
#include <cstdlib>
#include <thread>
std::atomic<int> beats;
int main() {
    std::thread([] { for (;;) ++beats; }).detach();
    for (int i = 0; i < 3; ++i) new int[100];
    while (beats < 3) std::this_thread::yield();
    std::exit(0);
}
END
    explore 0 leaks.cpp
}

$3
