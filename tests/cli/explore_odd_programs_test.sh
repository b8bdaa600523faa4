#!/bin/bash
# Programs under `explore` that wait oddly, end oddly, want too much or are oddly named: explore_odd_programs_test.sh SOURCE BUILD CASE.
. "${BASH_SOURCE%/*}/exploring.sh"

a_schedule_without_end_hides_no_failure_of_another() {
    cat >forever.c <<'END'
#include <assert.h>
#include <pthread.h>
static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
static int ready;
static int is_ready(void) {
    pthread_mutex_lock(&mutex);
    int now = ready;
    pthread_mutex_unlock(&mutex);
    return now;
}
static void *wait(void *unused) {
    if (is_ready()) assert(!"ready too early");
    for (;;) is_ready();
}
static void *prepare(void *unused) {
    pthread_mutex_lock(&mutex);
    ready = 1;
    pthread_mutex_unlock(&mutex);
    return unused;
}
int main(void) {
    pthread_t a, b;
    pthread_create(&a, 0, wait, 0);
    pthread_create(&b, 0, prepare, 0);
    pthread_join(b, 0);
    pthread_join(a, 0);
}
END
    explore 1 --schedules 100 forever.c
    says "ready too early"
}

what_waits_for_a_plain_variable_makes_way() {
    cat >spin.c <<'END'
#include <assert.h>
#include <pthread.h>
static volatile int flag, data;
static void *produce(void *unused) { flag = 1; data = 1; return unused; }
static void *consume(void *unused) { while (!flag) {} assert(data == 1); return unused; }
int main(void) {
    pthread_t p, c;
    pthread_create(&c, 0, consume, 0);
    pthread_create(&p, 0, produce, 0);
    pthread_join(p, 0);
    pthread_join(c, 0);
}
END
    for seed in 1 2 3; do
        explore 1 --schedules 300 --seed "$seed" spin.c
        says "assert(data == 1) failed"
    done
}

two_that_wait_for_each_other_on_plain_memory_take_turns() {
    cat >turns.c <<'END'
#include <assert.h>
#include <pthread.h>
static volatile int turn, rounds;
static void *play(void *me) {
    for (int i = 0; i < 3; ++i) {
        while (turn != (me != 0)) {}
        ++rounds;
        turn = !turn;
    }
    return 0;
}
int main(void) {
    pthread_t a, b;
    pthread_create(&a, 0, play, 0);
    pthread_create(&b, 0, play, &b);
    pthread_join(a, 0);
    pthread_join(b, 0);
    assert(rounds == 6);
}
END
    explore 1 --schedules 100 turns.c
    says "turn"
    says "data race"
}

no_optimiser_hides_what_an_assertion_would_show() {
    cat >folded.c <<'END'
#include <assert.h>
#include <pthread.h>
static int i;
static void *add(void *unused) {
    int before = i;
    i++;
    assert(i == before + 1);
    return unused;
}
int main(void) {
    pthread_t a, b;
    pthread_create(&a, 0, add, 0);
    pthread_create(&b, 0, add, 0);
    pthread_join(a, 0);
    pthread_join(b, 0);
}
END
    explore 1 --schedules 300 folded.c
    says "assert(i == before + 1) failed"
    says "read  i → "
}

a_variable_may_be_called_as_a_controlled_function() {
    cat >send.c <<'END'
#include <pthread.h>
pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
_Bool send, wait, poll;
void *toggle(void *unused) {
    pthread_mutex_lock(&lock);
    send = wait = poll = !send;
    pthread_mutex_unlock(&lock);
    return unused;
}
int main(void) {
    pthread_t a, b;
    pthread_create(&a, 0, toggle, 0);
    pthread_create(&b, 0, toggle, 0);
    pthread_join(a, 0);
    pthread_join(b, 0);
    return send;
}
END
    explore 0 --schedules 30 send.c
}

what_takes_too_long_is_not_accused() {
    printf 'int main(void) { volatile int n = 0; while (n == 0) {} }\n' >spin.c
    explore 2 --schedules 3 spin.c
    says "a smaller problem"
    cat >long.cpp <<'END'
#include <mutex>
#include <thread>
int main() {
    std::mutex mutex;
    const auto lock_often = [&] { for (int i = 0; i < 60'000; ++i) std::lock_guard lock(mutex); };
    std::jthread a(lock_often), b(lock_often);
}
END
    explore 2 --schedules 3 long.cpp
    says "was not over after 60,000 steps"
    printf 'int n[64];\nint main(void) { for (int i = 0; i < 3000000; ++i) n[i %% 64] = i; }\n' >fill.c
    explore 2 --schedules 3 fill.c
    says "was not over after 2,000,000 steps and memory"
}

memory_without_end_is_no_crash() {
    cat >hoard.c <<'END'
#include <pthread.h>
#include <stdlib.h>
static char *volatile last;
static void *hoard(void *unused) {
    for (;;) *(last = malloc(8 << 20)) = 1;
    return unused;
}
int main(void) {
    pthread_t thread;
    pthread_create(&thread, 0, hoard, 0);
    return pthread_join(thread, 0);
}
END
    explore 2 --schedules 3 hoard.c
    says "hoard.c:5: the program ran out of memory: more than 1 GB was asked for"
    says "and 8 MB of it were refused"
    cat out err >first
    explore 2 --schedules 3 hoard.c
    cat out err | cmp -s - first || fail "another time, other words"
    printf '#include <vector>\nint main() { std::vector<long> all(1); for (;;) all.reserve(2 * all.capacity()); }\n' >grow.cpp
    explore 2 --schedules 3 grow.cpp
    says "the program ran out of memory"
}

a_program_that_copes_without_memory_is_not_accused() {
    printf '#include <stdlib.h>\nint main(void) { while (malloc(1 << 20)) {} return 0; }\n' >full.c
    explore 0 --schedules 10 full.c
    cat >cope.cpp <<'END'
#include <memory>
#include <new>
#include <thread>
#include <vector>
int main() {
    std::jthread([] {
        std::vector<std::unique_ptr<char[]>> all;
        try {
            for (;;) all.push_back(std::make_unique_for_overwrite<char[]>(1 << 24));
        } catch (const std::bad_alloc&) {
        }
    });
}
END
    explore 0 --schedules 10 cope.cpp
    cat >huge.cpp <<'END'
#include <new>
int main(int n, char**) {
    try {
        char *volatile all = new char[(1ull << 45) * n];
        return all != nullptr;
    } catch (const std::bad_alloc&) {
    }
}
END
    explore 0 --schedules 10 huge.cpp
    cat >many.cpp <<'END'
#include <thread>
#include <vector>
int main() {
    std::vector<std::jthread> threads;
    for (int i = 0; i < 200; ++i) threads.emplace_back([] {});
}
END
    explore 0 --schedules 3 many.cpp
}

a_program_says_by_its_code_that_it_failed() {
    printf '#include <stdlib.h>\nint main(void) { exit(3); }\n' >exit.c
    explore 1 --schedules 3 exit.c
    says "exit(3) was called"
    [[ $(field outcome) == wrong_result ]] || fail "the outcome is $(field outcome)"
    printf 'int main(void) { return 4; }\n' >return.c
    explore 1 --schedules 3 return.c
    says "main returned 4"
    [[ $(field outcome) == wrong_result ]] || fail "the outcome is $(field outcome)"
}

what_ends_a_program_is_called_by_its_name() {
    printf '#include <signal.h>\nint main(void) { raise(SIGTERM); return 0; }\n' >term.c
    explore 1 --schedules 3 term.c
    says "The signal SIGTERM ended the whole program"
    says "Who sends this signal"
    printf '#include <stdlib.h>\nint main(void) { abort(); }\n' >abort.c
    explore 1 --schedules 3 abort.c
    says "main gave up, and the whole program ended: abort() was called"
    says "What had become false"
    printf '#include <stdlib.h>\nint main(void) { char *volatile a = malloc(9); free(a); free(a); }\n' >twice.c
    explore 1 --schedules 3 twice.c
    says "free(): double free detected in tcache 2"
    says "which pointer was freed twice?"
    printf 'int deep(int n) { volatile char all[200000]; all[0] = 1; return deep(n + 1) + all[0]; }\nint main(void) { return deep(0); }\n' >deep.c
    explore 1 --schedules 3 deep.c
    says "main uses up its stack (deep.c:1)"
    printf 'int main(int n, char **all) { return 5 / (n - 1); }\n' >divide.c
    explore 1 --schedules 3 divide.c
    says "By what is divided here"
    printf 'int main(int n, char **all) { return *(int *)(long)(n - 1); }\n' >null.c
    explore 1 --schedules 3 null.c
    says "Which pointer, index or object"
}

main_may_end_before_the_others() {
    cat >early.c <<'END'
#include <pthread.h>
#include <unistd.h>
static void *nap(void *unused) { sleep(5); return unused; }
int main(void) {
    pthread_t thread;
    pthread_create(&thread, 0, nap, 0);
    pthread_detach(thread);
    pthread_exit(0);
}
END
    explore 0 --schedules 20 early.c
}

files_in_two_folders_and_odd_names_are_fine() {
    mkdir -p one two
    printf 'void hit(void);\n' >two/hit.h
    printf '#include "hit.h"\nstatic int hits;\nvoid hit(void) { ++hits; }\n' >two/hit.c
    cat >one/-odd.c <<'END'
#include <pthread.h>
#include "../two/hit.h"
static void *work(void *unused) { hit(); return unused; }
int main(void) {
    pthread_t a, b;
    pthread_create(&a, 0, work, 0);
    pthread_create(&b, 0, work, 0);
    pthread_join(a, 0);
    pthread_join(b, 0);
    return 0;
}
END
    explore 1 one/-odd.c two/hit.c
    says "two/hit.c:3"
    cd one || exit 1
    explore 1 ./-odd.c ../two/hit.c
}

a_file_may_be_called_as_one_of_the_runtime() {
    cat >once.cpp <<'END'
#include <mutex>
#include <thread>
std::mutex mutex;
int make() { std::lock_guard lock(mutex); return 3; }
int value() { static const int made = make(); return made; }
int main() { std::jthread a([] { value(); }), b([] { std::lock_guard lock(mutex); value(); }); }
END
    explore 1 once.cpp
    says "once.cpp:5"
    grep -q "once.cpp:[7-9]\|once.cpp:[1-9][0-9]" out && fail "a line of the runtime is named"
    grep -q "once *made" out || fail "the initialisation has no name"
}

forked_children_are_followed() {
    explore 0 "$programs/pipe_from_children.c"
    explore 1 "$programs/write_end_left_open.c"
    says "still open in main"
    cp found.json first.json
    explore 1 "$programs/write_end_left_open.c"
    cmp -s <(grep -v '"wall_ms"' found.json) <(grep -v '"wall_ms"' first.json) ||
        fail "another time, another report"
}

# Of seven coins one shows heads in nearly every run on a real machine, and another one each time.
random_numbers_are_the_same_in_every_schedule() {
    cat >coins.cpp <<'EOF'
#include <fcntl.h>
#include <stdlib.h>
#include <sys/random.h>
#include <unistd.h>
#include <cstdio>
#include <fstream>
#include <random>
#include <thread>

int main() {
    int heads = 0;
    std::thread thrower([&] {
        unsigned char coins[7] = {};
        getrandom(&coins[0], 1, 0);
        getentropy(&coins[1], 1);
        coins[2] = arc4random() & 255;
        std::random_device device;
        coins[3] = device() & 255;
        const int file = open("/dev/urandom", O_RDONLY);
        if (read(file, &coins[4], 1) != 1) abort();
        close(file);
        std::FILE* stream = std::fopen("/dev/random", "rb");
        coins[5] = std::fgetc(stream) & 255;
        std::fclose(stream);
        std::ifstream input("/dev/urandom", std::ios::binary);
        coins[6] = input.get() & 255;
        for (unsigned char coin : coins)
            heads = heads * 2 + (coin & 1);
    });
    thrower.join();
    return heads == 0 ? 0 : 1 + heads;
}
EOF
    explore 1 --schedules 20 coins.cpp
    cp found.json first.json
    explore 1 --schedules 20 coins.cpp
    cmp -s <(grep -v '"wall_ms"' found.json) <(grep -v '"wall_ms"' first.json) ||
        fail "another time, other numbers"
}

$3
