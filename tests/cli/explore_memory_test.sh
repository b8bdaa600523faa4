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

# The C library finds the damage where the array is freed.
what_the_c_library_finds_damaged() {
    cat >sums.c <<'END'
#include <pthread.h>
#include <stdlib.h>
static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
static int *sums, n;
static void *add(void *unused) {
    pthread_mutex_lock(&mutex);
    for (int i = 10; i < 16; ++i) sums[i] = ++n;
    pthread_mutex_unlock(&mutex);
    return unused;
}
int main(void) {
    pthread_t a, b;
    sums = malloc(10 * sizeof *sums);
    pthread_create(&a, 0, add, 0);
    pthread_create(&b, 0, add, 0);
    pthread_join(a, 0);
    pthread_join(b, 0);
    free(sums);
    return 0;
}
END
    explore 1 sums.c
    [[ $(field diagnosis) == overflow ]] || fail "the diagnosis is $(field diagnosis)"
    says "sums.c:7"
}

a_crash_is_explained_by_its_own_line_alone() {
    cat >box.c <<'END'
#include <limits.h>
#include <pthread.h>
#include <stdlib.h>
static int *_Atomic box;
static int tag = INT_MAX;
static void *put(void *unused) { int *made = malloc(4); *made = 3; box = made; return unused; }
static void *take(void *unused) { tag = *box; return unused; }
int main(void) {
    pthread_t a, b;
    ++tag;
    pthread_create(&a, 0, put, 0);
    pthread_create(&b, 0, take, 0);
    pthread_join(a, 0);
    pthread_join(b, 0);
    return 0;
}
END
    explore 1 box.c
    [[ $(field diagnosis) == crash ]] || fail "the diagnosis is $(field diagnosis)"
    says "box.c:7"
    grep -q "load  *box → 0" out || fail "the decisive step isn't shown"
}

# C leaves these shifts undefined, and every compiler defines them.
what_works_everywhere_is_not_accused() {
    cat >tags.c <<'END'
static int kind(int x) { switch (x) { case 0xCA << 24: return 2; } return 0; }
static unsigned word(const unsigned char *b) { return b[0] << 24 | b[1] << 16 | b[2] << 8 | b[3]; }
int main(void) {
    const unsigned char bytes[] = {0xCA, 0xFE, 0xBA, 0xBE};
    return word(bytes) != 0xCAFEBABE || kind(1) != 0;
}
END
    explore 0 tags.c
}

what_compiles_without_the_sanitizer_alone_is_judged_without() {
    printf '#ifdef __SANITIZE_ADDRESS__\n#error no\n#endif\nint main(void) { return 0; }\n' >strict.c
    explore 0 strict.c
    says "Note: AddressSanitizer's build doesn't compile"
}

# A leak and a thread left at work at an exit are nobody's business.
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
